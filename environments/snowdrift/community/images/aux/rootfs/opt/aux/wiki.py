"""The wiki, and the archive of the mailing lists: a stand-in with its two stores, rows and files.

A page is acknowledged once its row is stored, a mail once it lies in the maildir. While a mail is delivered, the lock on
MAIL is held: whoever else holds it, as the backup does, sees no mail come in.
"""

import fcntl
import json
import os
import re
import sys
from contextlib import closing
from email.utils import format_datetime
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import MySQLdb

MAIL = "/srv/mail"
LIST = os.path.join(MAIL, "announce")
NAME = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Problem(Exception):
    """What is told to who asked."""

    def __init__(self, status, text):
        super().__init__(text)
        self.status = status


def asked(sql, *values):
    """The rows that the database answers with, once everything is stored."""
    try:
        with closing(MySQLdb.connect(db="wiki", charset="utf8mb4", connect_timeout=2)) as connection:
            with closing(connection.cursor()) as cursor:
                cursor.execute(sql, values)
                rows = cursor.fetchall()
            connection.commit()
            return rows
    except MySQLdb.Error as fault:
        raise Problem(503, f"the database says: {fault}") from fault


def page(name):
    rows = asked("SELECT body FROM pages WHERE name = %s", name)
    if not rows:
        raise Problem(404, "no such page")
    return {"id": name, "body": rows[0][0]}


def write_page(name):
    asked("INSERT INTO pages (name, body) VALUES (%s, %s) ON DUPLICATE KEY UPDATE id = id", name, f"The page {name}.")
    return page(name)


def mail(name):
    """A mail that is shown as one: what does not begin with the line that the delivery writes first is none."""
    try:
        with open(os.path.join(LIST, "cur", name), "rb") as file:
            text = file.read()
    except FileNotFoundError as fault:
        raise Problem(404, "no such mail") from fault
    except OSError as fault:
        raise Problem(500, f"the mail {name} cannot be read: {fault.strerror}") from fault
    if not text.startswith(b"Return-Path: "):
        raise Problem(500, f"the mail {name} is no mail")
    return {"id": name, "mail": text.decode(errors="replace")}


def deliver(name, text):
    """As maildirs want it: never half a mail under its name."""
    directory = os.open(MAIL, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(directory, fcntl.LOCK_EX)
        part = os.path.join(LIST, "tmp", name)
        with open(part, "w", encoding="utf-8") as file:
            file.write(text)
        os.rename(part, os.path.join(LIST, "cur", name))
    finally:
        os.close(directory)


def mail_text(number, subject):
    sent = datetime(2016, 1, 1, tzinfo=timezone.utc) + timedelta(hours=number * 53)
    return (f"Return-Path: <list@snowdrift.example>\nDate: {format_datetime(sent)}\nFrom: list@snowdrift.example\n"
            f"To: announce@snowdrift.example\nSubject: {subject}\n\n" + f"What is new, number {number}.\n" * 40)


def write_mail(name):
    deliver(name, mail_text(0, name))
    return mail(name)


class Wiki(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer(200, lambda name: (page if self.path.startswith("/wiki/") else mail)(name), self.path.rpartition("/")[2])

    def do_POST(self):
        wish = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            name = json.loads(wish)["id"]
        except (ValueError, KeyError, TypeError):
            name = ""
        self.answer(201, write_page if self.path == "/wiki" else write_mail, name)

    def answer(self, status, give, name):
        try:
            if not isinstance(name, str) or not NAME.fullmatch(name):
                raise Problem(400, "an id is 1 to 64 of A-Z a-z 0-9 . _ -")
            told = give(name)
        except Problem as problem:
            status, told = problem.status, {"error": str(problem)}
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        pass


def seed(count):
    """The same mails each time."""
    for directory in ("cur", "new", "tmp"):
        os.makedirs(os.path.join(LIST, directory))
    for number in range(1, count + 1):
        deliver(f"m-{number:06}", mail_text(number, f"News, number {number}"))


if __name__ == "__main__":
    os.umask(0o077)
    if sys.argv[1:2] == ["--seed"]:
        seed(int(sys.argv[2]))
    else:
        ThreadingHTTPServer.request_queue_size = 128
        ThreadingHTTPServer(("", 8080), Wiki).serve_forever()
