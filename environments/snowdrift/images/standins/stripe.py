"""Stands in for the payment service: gives a token for a pledge to whoever shows the secret key.

POST /v1/payment_methods with "Authorization: Bearer KEY" and an Idempotency-Key: the same key gives the same token.
GET /v1/account tells whether the secret key is right. GET / answers 200 as soon as it runs.
"""

import asyncio
import hashlib
import hmac
import json
import pathlib
import signal

SECRET_KEY = pathlib.Path("/run/secrets/stripe-secret-key")


def secret_key():
    """Reads the key anew each time: it may come, or change, while this runs."""
    return SECRET_KEY.read_text().strip() if SECRET_KEY.exists() else ""


def answer(method, path, headers):
    if method == "GET" and path == "/":
        return 200, {"status": "ok"}
    if (method, path) not in (("GET", "/v1/account"), ("POST", "/v1/payment_methods")):
        return 404, {"error": "no such resource"}
    key = secret_key()
    if not key:
        return 503, {"error": "no secret key was delivered yet"}
    if not hmac.compare_digest(headers.get("authorization", ""), f"Bearer {key}"):
        return 401, {"error": "wrong secret key"}
    if method == "GET":
        return 200, {"id": "acct_snowdrift"}
    asked_for = headers.get("idempotency-key", "")
    if not asked_for:
        return 400, {"error": "no Idempotency-Key"}
    return 200, {"id": "pm_" + hashlib.md5(asked_for.encode()).hexdigest()}


async def serve(reader, writer):
    try:
        while True:
            request, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            await reader.readexactly(int(headers.get("content-length", 0)))
            method, path, _ = request.split(" ", 2)
            status, content = answer(method, path, headers)
            body = json.dumps(content).encode()
            head = f"HTTP/1.1 {status} -\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body)
            await writer.drain()
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError, ValueError):
        pass  # the caller went away, or spoke something else
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(serve, "0.0.0.0", 8080)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, server.close)
    try:
        await server.serve_forever()
    except asyncio.CancelledError:
        pass


asyncio.run(main())
