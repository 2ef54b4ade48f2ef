"""The payment service: a pledge needs a token from it before it is worth anything."""

import http.client
import json
import threading
import urllib.parse

TIMEOUT = 2  # seconds


class Refused(Exception):
    """The payment service gave no token."""


class Payments:
    def __init__(self, url, secret_key):
        self._address = urllib.parse.urlsplit(url).netloc
        self._authorization = f"Bearer {secret_key}"
        self._mine = threading.local()

    def token(self, pledge_id, amount_cents):
        """Asks for the token of a pledge; asking twice for the same one gives the same token."""
        body = urllib.parse.urlencode({"amount": amount_cents})
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Idempotency-Key": pledge_id}
        return self._ask("POST", "/v1/payment_methods", body, headers)["id"]

    def account(self):
        """Asks for our account, which tells whether our secret key is right."""
        return self._ask("GET", "/v1/account", None, {})["id"]

    def _ask(self, method, path, body, headers):
        try:
            status, answer = self._send(method, path, body, headers | {"Authorization": self._authorization})
        except (OSError, http.client.HTTPException) as broken:
            self._mine.connection = None
            raise Refused("the payment service does not answer") from broken
        if status != 200:
            raise Refused(f"the payment service answered {status}")
        return json.loads(answer)

    def _send(self, method, path, body, headers):
        reused = getattr(self._mine, "connection", None)
        if reused is not None:
            try:
                return self._exchange(reused, method, path, body, headers)
            except (OSError, http.client.HTTPException):
                pass  # closed while idle, as any server may; a new one tells whether the service is there
        self._mine.connection = http.client.HTTPConnection(self._address, timeout=TIMEOUT)
        return self._exchange(self._mine.connection, method, path, body, headers)

    @staticmethod
    def _exchange(connection, method, path, body, headers):
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return response.status, response.read()
