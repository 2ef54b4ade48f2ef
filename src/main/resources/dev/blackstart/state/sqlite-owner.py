"""What every script for an SQLite database begins with: who it is, and how it opens the database."""
import os
import pwd
import sys
import urllib.parse

try:
    import sqlite3
except ImportError:
    sys.exit("python3 lacks its module sqlite3: install Debian's libpython3-stdlib")


def become(owner):
    """Whatever SQLite has to write beside the database belongs to its owner, as if the application had written it."""
    if os.geteuid() != 0 or owner.st_uid == 0:
        return
    try:
        os.setgroups(os.getgrouplist(pwd.getpwuid(owner.st_uid).pw_name, owner.st_gid))
    except KeyError:
        os.setgroups([])
    os.setgid(owner.st_gid)
    os.setuid(owner.st_uid)


def connect(path, waits):
    """Open a database that is there already; each statement is a transaction of its own until one begins another."""
    address = "file:" + urllib.parse.quote(os.fsencode(path)) + "?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=waits, isolation_level=None)
