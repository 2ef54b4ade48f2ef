"""Stands in for the two admins who unsealed the vault when it last booted: they do it once, and nobody can call them again.

A replica is a system that has just booted. Whoever recovers it brings shares of their own.
"""

import http.client
import json
import pathlib
import re
import signal
import ssl
import sys
import time

SHARE = re.compile("[0-9a-f]{66}")
KNOCK_EVERY = 0.2  # seconds
TIMEOUT = 5  # seconds


def ask(method, path, body=None):
    # No secret comes back, and nothing leads out of here: whose certificate it is need not be known.
    anybody = ssl._create_unverified_context()
    vault = http.client.HTTPSConnection("secrets", 8200, timeout=TIMEOUT, context=anybody)
    try:
        vault.request(method, "/v1/" + path, json.dumps(body) if body else None)
        return json.loads(vault.getresponse().read())
    finally:
        vault.close()


def unsealed():
    shares = [file.read_text().strip() for file in sorted(pathlib.Path("/run/secrets").glob("vault-share-*"))]
    if len(shares) < 2 or not all(SHARE.fullmatch(share) for share in shares):
        return False  # the vault is being made: whoever makes it unseals it
    if not ask("GET", "sys/seal-status").get("sealed", True):
        return True
    return any(not ask("PUT", "sys/unseal", {"key": share}).get("sealed", True) for share in shares)


signal.signal(signal.SIGTERM, lambda *_: sys.exit())
while True:
    try:
        if unsealed():
            break
    except (OSError, ValueError, http.client.HTTPException):
        pass  # it is still booting
    time.sleep(KNOCK_EVERY)
print("the vault is unsealed", flush=True)
while True:
    time.sleep(3600)
