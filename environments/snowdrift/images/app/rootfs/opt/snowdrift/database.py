"""Connections to a database that may go away and come back, as another machine, at the same name.

Each thread keeps one connection. When one breaks, all of them are stale: the database counts as away, requests are
refused at once instead of piling up behind a dead address, and one watchman alone knocks until it answers again.
"""

import contextlib
import logging
import socket
import threading
import time

import psycopg2

log = logging.getLogger(__name__)

PORT = 5432
KNOCK_EVERY = 0.1  # seconds
KNOCK_TIMEOUT = 0.5  # seconds: libpq itself waits for two at least
RESOLVE_EVERY = 10  # knocks: looking up the name of a lost host takes seconds


class Away(Exception):
    """The database can't be reached, or isn't ready."""


class Database:
    def __init__(self, host, password):
        self._host = host
        self._password = password
        self._address = None
        self._mine = threading.local()
        self._lock = threading.Lock()
        self._generation = 0
        self._here = threading.Event()
        self._away = threading.Event()
        self._away.set()
        threading.Thread(target=self._watch, name="watchman", daemon=True).start()

    @contextlib.contextmanager
    def transaction(self):
        """Gives a cursor; commits at the end, rolls back on an exception; raises Away if the database is."""
        if not self._here.is_set():
            raise Away("the database is away")
        generation = self._generation
        try:
            connection = self._connection(generation)
            with connection, connection.cursor() as cursor:
                yield cursor
        except (psycopg2.OperationalError, psycopg2.InterfaceError) as broken:
            self._lost(generation, broken)
            raise Away("the database went away") from broken
        except psycopg2.ProgrammingError as unready:
            raise Away("the database has not all its tables") from unready

    def wait(self):
        self._here.wait()

    def _connection(self, generation):
        mine = self._mine
        if getattr(mine, "generation", None) != generation:
            if getattr(mine, "connection", None) is not None:
                mine.connection.close()
            mine.connection = None
            mine.connection = self._connect()
            mine.generation = generation
        return mine.connection

    def _connect(self):
        return psycopg2.connect(
            host=self._host,
            hostaddr=self._address,
            port=PORT,
            dbname="snowdrift",
            user="snowdrift",
            password=self._password,
            connect_timeout=2,
            tcp_user_timeout=1500,
            keepalives_idle=1,
            keepalives_interval=1,
            keepalives_count=2,
        )

    def _lost(self, generation, why):
        with self._lock:
            if generation != self._generation:
                return
            self._generation += 1
            self._here.clear()
            self._away.set()
        log.warning("the database is away: %s", str(why).strip())

    def _watch(self):
        knocks = 0
        while True:
            self._away.wait()
            try:
                self._knock(resolve=self._address is None or knocks % RESOLVE_EVERY == RESOLVE_EVERY - 1)
            except (OSError, psycopg2.Error):
                knocks += 1
                time.sleep(KNOCK_EVERY)
                continue
            knocks = 0
            with self._lock:
                self._away.clear()
                self._here.set()
            log.warning("the database is here")

    def _knock(self, resolve):
        if resolve:
            self._address = socket.getaddrinfo(self._host, PORT, socket.AF_INET, socket.SOCK_STREAM)[0][4][0]
        socket.create_connection((self._address, PORT), KNOCK_TIMEOUT).close()
        connection = self._connect()
        try:
            with connection, connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        finally:
            connection.close()
