"""Sends what lies in the outbox. A mail may go out twice, but none is forgotten."""

import email.message
import logging
import smtplib
import threading
import time

from database import Away

log = logging.getLogger(__name__)

PAUSE = 0.5  # seconds
AT_ONCE = 50


class Courier:
    def __init__(self, database, host, port):
        self._database = database
        self._host = host
        self._port = port
        self._smtp = None
        threading.Thread(target=self._work, name="courier", daemon=True).start()

    def send(self, recipient, subject, text):
        """Sends one mail now; raises OSError or SMTPException if the relay doesn't take it."""
        mail = email.message.EmailMessage()
        mail["From"] = "hello@snowdrift.example"
        mail["To"] = recipient
        mail["Subject"] = subject
        mail.set_content(text)
        with smtplib.SMTP(self._host, self._port, timeout=2) as smtp:
            smtp.send_message(mail)

    def _work(self):
        while True:
            self._database.wait()
            try:
                sent = self._empty_outbox()
            except (Away, OSError, smtplib.SMTPException) as unsent:
                log.warning("mails wait: %s", unsent)
                self._smtp = None
                sent = 0
            if sent < AT_ONCE:
                time.sleep(PAUSE)

    def _empty_outbox(self):
        with self._database.transaction() as cursor:
            cursor.execute("SELECT pledge_id, recipient FROM outbox LIMIT %s FOR UPDATE SKIP LOCKED", (AT_ONCE,))
            waiting = cursor.fetchall()
            for pledge_id, recipient in waiting:
                self._thank(pledge_id, recipient)
            if waiting:
                cursor.execute("DELETE FROM outbox WHERE pledge_id = ANY(%s)", ([row[0] for row in waiting],))
        return len(waiting)

    def _thank(self, pledge_id, recipient):
        if self._smtp is None:
            self._smtp = smtplib.SMTP(self._host, self._port, timeout=2)
        text = f"To: {recipient}\r\nSubject: Thank you\r\n\r\nYour pledge {pledge_id} is in our books.\r\n"
        self._smtp.sendmail("hello@snowdrift.example", [recipient], text)
