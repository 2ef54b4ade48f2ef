#!/usr/bin/python3
"""Keeps notes: POST /notes with {"id": ...}, GET /notes/ID."""
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import psycopg2


def ask(sql, *values):
    connection = psycopg2.connect("dbname=notes connect_timeout=2")
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall()
    finally:
        connection.close()


class Notes(BaseHTTPRequestHandler):
    def do_GET(self):
        note = self.path.removeprefix("/notes/")
        self.answer(200, "select id from notes where id = %s or %s = '/' limit 1", note, note)

    def do_POST(self):
        note = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer(201, "insert into notes (id) values (%s) returning id", note["id"])

    def answer(self, status, sql, *values):
        try:
            rows = ask(sql, *values)
            body = rows[0][0] if rows else "no such note"
        except psycopg2.Error as error:
            rows, status, body = [()], 503, str(error)
        self.send_response(status if rows else 404)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())


ThreadingHTTPServer.request_queue_size = 128
ThreadingHTTPServer(("", 8080), Notes).serve_forever()
