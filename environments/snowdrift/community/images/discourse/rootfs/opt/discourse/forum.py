"""The forum: topics, posts and what is attached to them. A stand-in for Discourse with its two stores, rows and files.

A post is acknowledged once its upload lies below UPLOADS and its rows are stored. While they are, the lock on UPLOADS is
held: whoever else holds it, as the backup does, sees both stores at one moment.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import random
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import psycopg2

UPLOADS = "/srv/discourse/uploads"
POST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Problem(Exception):
    """What is told to who asked."""

    def __init__(self, status, text):
        super().__init__(text)
        self.status = status


@contextlib.contextmanager
def database():
    try:
        connection = psycopg2.connect("dbname=discourse connect_timeout=2")
    except psycopg2.Error as away:
        raise Problem(503, f"the database is away: {away}") from away
    try:
        with connection, connection.cursor() as cursor:
            yield cursor
    except psycopg2.Error as fault:
        raise Problem(503, f"the database says: {fault}") from fault
    finally:
        connection.close()


@contextlib.contextmanager
def writing():
    """Holds the lock, one post at a time: many that share it would never let anybody have it alone."""
    directory = os.open(UPLOADS, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(directory, fcntl.LOCK_EX)
        yield
    finally:
        os.close(directory)


def keep(path, content):
    """Never half of it under its name; again changes nothing."""
    whole = os.path.join(UPLOADS, path)
    os.makedirs(os.path.dirname(whole), exist_ok=True)
    part = f"{whole}.{os.getpid()}.{random.getrandbits(64):x}.part"
    with open(part, "wb") as file:
        file.write(content)
    os.replace(part, whole)


def attach(cursor, path, post_id, content):
    keep(path, content)
    cursor.execute(
        "INSERT INTO uploads (path, post_id, sha256, bytes) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
        (path, post_id, hashlib.sha256(content).hexdigest(), len(content)),
    )


def write(post_id):
    content = f"a picture for {post_id}\n".encode() * 50
    with database() as cursor, writing():
        cursor.execute(
            "INSERT INTO posts (id, topic_id, author, body) VALUES (%s, 1, 'visitor', %s) ON CONFLICT DO NOTHING",
            (post_id, f"See the picture of {post_id}."),
        )
        attach(cursor, f"original/2X/{post_id}.png", post_id, content)
        cursor.connection.commit()


def read(post_id):
    """The post with its upload, or why one of them cannot be shown."""
    with database() as cursor:
        cursor.execute(
            "SELECT body, path, sha256 FROM posts LEFT JOIN uploads ON post_id = posts.id WHERE posts.id = %s", (post_id,)
        )
        row = cursor.fetchone()
    if row is None:
        raise Problem(404, "no such post")
    body, path, sha256 = row
    return {"id": post_id, "body": body, "upload": path, "sha256": path and whole(path, sha256)}


def whole(path, sha256):
    try:
        with open(os.path.join(UPLOADS, path), "rb") as file:
            found = hashlib.sha256(file.read()).hexdigest()
    except OSError as fault:
        raise Problem(500, f"the upload {path} cannot be read: {fault.strerror}") from fault
    if found != sha256:
        raise Problem(500, f"the upload {path} is not what was uploaded")
    return found


def topics():
    with database() as cursor:
        cursor.execute("SELECT title, count(posts.id) FROM topics JOIN posts ON topic_id = topics.id GROUP BY topics.id, title"
                       " ORDER BY topics.id LIMIT 20")
        return [{"title": title, "posts": posts} for title, posts in cursor.fetchall()]


class Forum(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/topics":
            self.answer(200, topics)
        else:
            self.answer(200, lambda: read(self.path.removeprefix("/posts/")))

    def do_POST(self):
        wish = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer(201, lambda: self.post(wish))

    @staticmethod
    def post(wish):
        try:
            post_id = json.loads(wish)["id"]
        except (ValueError, KeyError, TypeError) as fault:
            raise Problem(400, "a post is a JSON object with an id") from fault
        if not isinstance(post_id, str) or not POST_ID.fullmatch(post_id):
            raise Problem(400, "an id is 1 to 64 of A-Z a-z 0-9 . _ -")
        write(post_id)
        return read(post_id)

    def answer(self, status, give):
        try:
            told = give()
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
    """Pictures for the first posts, the same each time."""
    with database() as cursor, writing():
        for number in range(1, count + 1):
            chance = random.Random(number)
            attach(cursor, f"original/1X/p-{number:06}.png", f"p-{number:06}",
                   b"\x89PNG\r\n\x1a\n" + chance.randbytes(chance.randrange(2000, 20000)))
        cursor.connection.commit()


if __name__ == "__main__":
    os.umask(0o027)
    if sys.argv[1:2] == ["--seed"]:
        seed(int(sys.argv[2]))
    else:
        ThreadingHTTPServer.request_queue_size = 128
        ThreadingHTTPServer(("", 8080), Forum).serve_forever()
