"""Writes to the vault what nobody needs, below kv/canary/, and finds it again: by what is missing one sees what is lost.

POST /canary with {"id": "ID"} answers once the vault has it. GET /canary/ID gives it back.
"""

import http.client
import json
import pathlib
import re
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ETC = pathlib.Path("/etc/snowdrift")
ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
TIMEOUT = 5  # seconds
trusted = ssl.create_default_context(cafile=ETC / "vault-ca.pem")
mine = threading.local()


def vault(method, name, body=None):
    """Gives the status and the answer; 503 where the vault is away or sealed."""
    headers = {"X-Vault-Token": (ETC / "vault-token").read_text().strip()}
    try:
        if getattr(mine, "vault", None) is None:
            mine.vault = http.client.HTTPSConnection("secrets", 8200, context=trusted, timeout=TIMEOUT)
        mine.vault.request(method, "/v1/kv/data/canary/" + name, json.dumps(body) if body else None, headers)
        answer = mine.vault.getresponse()
        return answer.status, json.loads(answer.read() or b"{}")
    except (OSError, ValueError, http.client.HTTPException):
        mine.vault = None
        return 503, {}


class Canary(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        try:
            name = str(json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))["id"])
        except (ValueError, KeyError, TypeError):
            name = ""
        if not ID.fullmatch(name):
            self.answer(400, {"error": "an id is 1 to 64 of A-Z a-z 0-9 . _ -"})
            return
        status, _ = vault("POST", name, {"data": {"value": name}})
        self.answer(201 if status == 200 else 503, {"id": name})

    def do_GET(self):
        name = self.path.removeprefix("/canary/")
        if not ID.fullmatch(name):
            self.answer(404, {"error": "no such path"})
            return
        status, found = vault("GET", name)
        self.answer(status if status in (200, 404) else 503, {"id": found["data"]["data"]["value"]} if status == 200 else {})

    def answer(self, status, content):
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


ThreadingHTTPServer(("", 8080), Canary).serve_forever()
