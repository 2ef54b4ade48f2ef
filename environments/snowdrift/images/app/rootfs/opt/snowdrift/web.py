"""The website: projects, pledges, sign-in by mail, single sign-on for the forum, and a health page."""

import base64
import hashlib
import hmac
import logging
import re
import smtplib
import urllib.parse

from flask import Flask, jsonify, redirect, request, session
from itsdangerous import BadData, URLSafeTimedSerializer

import settings
from database import Away, Database
from mails import Courier
from payments import Payments, Refused

logging.basicConfig(level=logging.INFO, format="%(name)s: %(message)s")

PLEDGE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

application = Flask(__name__)
application.secret_key = settings.secret("session-key")
application.config.update(SESSION_COOKIE_SECURE=True, SESSION_COOKIE_SAMESITE="Lax")

database = Database(settings.DATABASE_HOST, settings.secret("database-password"))
payments = Payments(settings.STRIPE_URL, settings.secret("stripe-secret-key"))
courier = Courier(database, settings.MAIL_HOST, settings.MAIL_PORT)
forum_secret = settings.secret("discourse-sso-secret").encode()
publishable_key = settings.secret("stripe-publishable-key")
sign_in_links = URLSafeTimedSerializer(application.secret_key, salt="sign-in")


def problem(status, text):
    return jsonify(error=text), status


@application.errorhandler(Away)
def away(why):
    answer, status = problem(503, str(why))
    answer.headers["Retry-After"] = "1"
    return answer, status


@application.errorhandler(Refused)
def refused(why):
    return problem(502, str(why))


@application.get("/health")
def health():
    with database.transaction() as cursor:
        cursor.execute("SELECT 1")
    return jsonify(status="ok")


@application.get("/health/payments")
def health_of_payments():
    return jsonify(status="ok", account=payments.account())


@application.get("/projects")
def projects():
    with database.transaction() as cursor:
        cursor.execute("SELECT slug, title, raised_cents FROM projects ORDER BY slug LIMIT 20")
        rows = cursor.fetchall()
    return jsonify([{"slug": slug, "title": title, "raisedCents": raised} for slug, title, raised in rows])


@application.get("/projects/<slug>/pledge")
def pledge_form(slug):
    """What a browser needs to ask the payment service for a card, without the card ever coming here."""
    with database.transaction() as cursor:
        cursor.execute("SELECT title FROM projects WHERE slug = %s", (slug,))
        row = cursor.fetchone()
    if row is None:
        return problem(404, "no such project")
    return jsonify(title=row[0], stripePublishableKey=publishable_key)


@application.post("/pledges")
def pledge():
    """Acknowledges a pledge once it is stored; the same id again changes nothing and gives the same answer."""
    wish = request.get_json(silent=True)
    if not isinstance(wish, dict) or not PLEDGE_ID.fullmatch(str(wish.get("id", ""))):
        return problem(400, "a pledge is a JSON object whose id is 1 to 64 of A-Z a-z 0-9 . _ -")
    pledge_id = str(wish["id"])
    project = wish.get("project")
    if project is not None and not isinstance(project, str):
        return problem(400, "project is the name of a project")
    amount = wish.get("amountCents", 500)
    if type(amount) is not int or not 0 < amount <= 1_000_000:
        return problem(400, "amountCents is an integer from 1 to 1000000")
    stored = stored_pledge(pledge_id)
    if stored is not None:
        return jsonify(stored), 200
    token = payments.token(pledge_id, amount)
    with database.transaction() as cursor:
        cursor.execute(
            "INSERT INTO pledges (id, project_id, amount_cents, payment_token) SELECT %s, id, %s, %s FROM projects"
            " WHERE slug = %s OR (%s IS NULL AND id = 1) ON CONFLICT (id) DO NOTHING RETURNING id",
            (pledge_id, amount, token, project, project),
        )
        if cursor.fetchone() is not None:
            cursor.execute(
                "INSERT INTO outbox (pledge_id, recipient) VALUES (%s, 'patrons@snowdrift.example')", (pledge_id,)
            )
    stored = stored_pledge(pledge_id)
    return (jsonify(stored), 201) if stored is not None else problem(404, "no such project")


@application.get("/pledges/<pledge_id>")
def pledge_by_id(pledge_id):
    stored = stored_pledge(pledge_id)
    return jsonify(stored) if stored is not None else problem(404, "no such pledge")


def stored_pledge(pledge_id):
    with database.transaction() as cursor:
        cursor.execute(
            "SELECT projects.slug, amount_cents, payment_token IS NOT NULL FROM pledges"
            " JOIN projects ON projects.id = project_id WHERE pledges.id = %s",
            (pledge_id,),
        )
        row = cursor.fetchone()
    return None if row is None else {"id": pledge_id, "project": row[0], "amountCents": row[1], "payable": row[2]}


@application.post("/sign-in")
def ask_to_sign_in():
    """Mails a link that signs in whoever can read that mail. The answer is the same for unknown addresses."""
    wish = request.get_json(silent=True)
    address = str(wish.get("email", "")) if isinstance(wish, dict) else ""
    if "@" not in address or not address.isprintable():
        return problem(400, "email is an address")
    with database.transaction() as cursor:
        cursor.execute("SELECT email FROM people WHERE email = %s", (address,))
        known = cursor.fetchone()
    if known is not None:
        link = f"https://snowdrift.example/sign-in/{sign_in_links.dumps(known[0])}"
        try:
            courier.send(known[0], "Your link to sign in", f"It works for fifteen minutes: {link}\n")
        except (OSError, smtplib.SMTPException):
            return problem(502, "the mail relay does not answer")
    return jsonify(status="mailed, if we know you"), 202


@application.get("/sign-in/<link>")
def sign_in(link):
    try:
        session["email"] = sign_in_links.loads(link, max_age=900)
    except BadData:
        return problem(403, "this link is not ours, or too old")
    return jsonify(email=session["email"])


@application.get("/forum/sign-in")
def forum_sign_in():
    """Vouches for whoever is signed in here towards the forum (Discourse's single sign-on, HMAC-SHA256)."""
    payload = request.args.get("sso", "")
    signature = hmac.new(forum_secret, payload.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(signature, request.args.get("sig", "")):
        return problem(403, "this request is not signed by our forum")
    if "email" not in session:
        return problem(401, "sign in first")
    asked = dict(urllib.parse.parse_qsl(base64.b64decode(payload).decode()))
    vouched = {"nonce": asked.get("nonce", ""), "email": session["email"], "external_id": session["email"]}
    answer = base64.b64encode(urllib.parse.urlencode(vouched).encode()).decode()
    signature = hmac.new(forum_secret, answer.encode(), hashlib.sha256).hexdigest()
    return redirect(asked.get("return_sso_url", "/") + "?" + urllib.parse.urlencode({"sso": answer, "sig": signature}))
