"""Where the website finds its neighbours and its secrets.

Secrets are files that systemd hands to the service alone (LoadCredential); none is in the environment.
"""

import os
import pathlib


def secret(name):
    return pathlib.Path(os.environ["CREDENTIALS_DIRECTORY"], name).read_text().strip()


DATABASE_HOST = os.environ.get("DATABASE_HOST", "db")
STRIPE_URL = os.environ.get("STRIPE_URL", "http://stripe:8080")
MAIL_HOST = os.environ.get("MAIL_HOST", "mail")
MAIL_PORT = int(os.environ.get("MAIL_PORT", "2525"))
