"""Says what an SQLite database holds: one JSON array a line, the last of them ["end"].

Stands behind sqlite-owner.py. Reads a private copy that SQLite itself makes in one read transaction, its write-ahead log included: the application waits
for nothing longer than that. Arguments: the path, the text that rows of the workload hold, "checked" for a check of
its structure, too.
"""
import grp
import hashlib
import json
import os
import pwd
import re
import stat
import struct
import sys

MOST_COMPLAINTS = 20
MOST_CELLS = 5_000  # of a table that is told apart by its rows
ALL_CELLS = 100_000
HEADER = b"SQLite format 3\0"

# Virtual tables that can be read and checked, and the tables in which they keep what they hold.
SHADOWS = {
    "fts3": {"content", "segments", "segdir", "docsize", "stat"},
    "fts4": {"content", "segments", "segdir", "docsize", "stat"},
    "fts5": {"data", "idx", "content", "docsize", "config"},
    "rtree": {"node", "rowid", "parent"},
    "rtree_i32": {"node", "rowid", "parent"},
    "geopoly": {"node", "rowid", "parent"},
}
ABSENT = re.compile(r"no such module|no such tokenizer|unknown tokenizer")
COLLATION = re.compile(r"\bcollate\s+[\"'`\[]?(\w+)", re.I)
OURS = {"binary", "nocase", "rtrim"}
# What rows themselves hold is compared with what they held; so is whether a search index fits.
SAID_ELSEWHERE = re.compile(
    r"(NULL|TEXT|NUMERIC|non-\w+) value in |CHECK constraint failed in "
    r"|malformed inverted index|unable to validate the inverted index|In RTree "
)


class Unreadable(Exception):
    """Nothing at all can be said of the database; why not."""


class Text(bytes):
    """A text as it stands in the database, which need not be UTF-8; a blob is plain bytes."""


def say(sort, name="", count=0, content="", parts=None):
    print(json.dumps([sort, name, count, content, parts or {}]), flush=False)


def words(text):
    return text.decode("utf-8", "surrogateescape") if isinstance(text, bytes) else text


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def person(uid):
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def group(gid):
    try:
        return grp.getgrgid(gid).gr_name
    except KeyError:
        return str(gid)


def access(kind, path):
    """Who may do what: SQLite needs to write into the directory, too."""
    found = os.stat(path)
    fields = {
        "owner": person(found.st_uid),
        "group": group(found.st_gid),
        "mode": "%04o" % stat.S_IMODE(found.st_mode),
    }
    say("file", kind + " " + path, 0, json.dumps(fields))
    return found


def beside(path, database):
    """Files that somebody left whom the database does not belong to: its owner cannot use them."""
    for suffix in ("-wal", "-shm", "-journal"):
        try:
            found = os.stat(path + suffix)
        except OSError:
            continue
        shared = found.st_gid == database.st_gid and found.st_mode & stat.S_IWGRP
        if found.st_uid != database.st_uid and not shared:
            say("beside", "file " + path + suffix, 0,
                "belongs to %s, the database to %s, who cannot write into it"
                % (person(found.st_uid), person(database.st_uid)))


def file_of(path):
    try:
        found = os.stat(path)
    except FileNotFoundError:
        raise Unreadable("is missing")
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable("is no file")
    if found.st_size == 0:
        raise Unreadable("is empty (0 bytes)")
    try:
        with open(path, "rb") as file:
            header = file.read(len(HEADER))
    except OSError as e:
        raise Unreadable("cannot be read: " + (e.strerror or str(e)))
    if header != HEADER:
        raise Unreadable("is no SQLite database, or an encrypted one")
    return found


def copy(path, waits):
    """A private copy that nobody sees, and that is gone with this process, whatever ends it."""
    source = connect(path, waits)
    target = sqlite3.connect("", isolation_level=None)
    try:
        source.execute("begin")
        source.execute("select count(*) from sqlite_master").fetchone()
        target.execute("pragma synchronous = off")
        source.backup(target)
    except sqlite3.Error as e:
        reason = str(e)
        if "locked" in reason:
            reason = "another program locks it, and has for %d s" % waits
        elif "full" in reason:
            reason = "there is no room for a copy of %d bytes in /var/tmp" % os.path.getsize(path)
        raise Unreadable("cannot be read: " + reason)
    finally:
        source.close()
    target.text_factory = Text
    return target


class Digest:
    """Sums of a hash of each row and each of its cells: the order does not matter, and nothing cancels out."""

    def __init__(self, mark):
        self.mark = os.fsencode(mark)
        self.salt = hashlib.sha256(self.mark).digest()[:16]  # other hashes in each run

    def of(self, rows, names, keys):
        """The parts are those of each column or, where columns of a key are given, those of each cell."""
        blake2b, pack, from_bytes = hashlib.blake2b, struct.pack, int.from_bytes
        mark, salt = self.mark, self.salt
        count, total, sums = 0, 0, [0] * len(names)
        cells = {}
        for row in rows:
            hashes = []
            for value in row:
                kind = type(value)
                if kind is int:
                    value = b"i%d" % value
                elif value is None:
                    value = b"n"
                elif kind is float:
                    value = b"r" + pack(">d", value)
                elif mark in value:
                    break
                else:
                    value = (b"t" if kind is Text else b"b") + value
                hashes.append(blake2b(value, digest_size=16, salt=salt).digest())
            else:
                count += 1
                whole = blake2b(b"".join(hashes), digest_size=16, salt=salt).digest()
                total += from_bytes(whole, "big")
                if keys:
                    key = blake2b(b"".join(hashes[index] for index in keys), digest_size=8, salt=salt).hexdigest()
                    for name, one in zip(names, hashes):
                        cells[name + "\x01" + key] = one[:8].hex()
                    continue
                for index, one in enumerate(hashes):
                    sums[index] += from_bytes(one, "big")
        return count, short(total), cells if keys else dict(zip(names, map(short, sums)))


def short(total):
    return "%032x" % (total % (1 << 128))


class Database:
    def __init__(self, copy, digest):
        self.copy = copy
        self.digest = digest
        self.schema = [
            tuple(map(words, row))
            for row in copy.execute("select type, name, sql from sqlite_master where sql is not null")
            if not words(row[1]).startswith("sqlite_")
        ]
        self.tables = [name for kind, name, sql in self.schema if kind == "table"]
        self.counting = {name for kind, name, sql in self.schema if re.search(r"\bautoincrement\b", sql, re.I)}
        self.unknown = {
            one for kind, name, sql in self.schema for one in COLLATION.findall(sql) if one.lower() not in OURS
        }
        for one in self.unknown:
            copy.create_collation(one, lambda left, right: (left > right) - (left < right))
        self.virtual = {}
        for kind, name, sql in self.schema:
            using = re.match(r"create\s+virtual\s+table\s.*?\busing\s+[\"'`\[]?(\w+)", sql, re.I | re.S)
            if kind == "table" and using:
                self.virtual[name] = using.group(1).lower()
        self.opened = {name for name, module in self.virtual.items() if self.opens(name, module)}
        self.shadows = {
            name
            for name in self.tables
            for owner in self.opened
            if name.startswith(owner + "_") and name[len(owner) + 1:] in SHADOWS[self.virtual[owner]]
        }

    def opens(self, name, module):
        """Whether it is read as what it is. If not, the tables in which it keeps everything are compared as they are."""
        if module not in SHADOWS:
            return False
        sql = next(sql for kind, other, sql in self.schema if (kind, other) == ("table", name))
        if re.search(r"\bcontent\s*=\s*(''|\"\")", sql, re.I):
            return False
        try:
            self.copy.execute("select * from " + quoted(name) + " limit 0").fetchall()
        except sqlite3.Error as e:
            return not ABSENT.search(str(e))
        return True

    def say_all(self):
        for pragma in ("user_version", "application_id"):
            say("property", pragma, 0, str(self.copy.execute("pragma " + pragma).fetchone()[0]))
        for kind, name, sql in self.schema:
            if name not in self.shadows:
                say("definition", kind + " " + name, 0, sql)
        read = [n for n in self.tables if n not in self.shadows and (n in self.opened or n not in self.virtual)]
        by_row = self.small(read)
        for name in read:
            module = self.virtual.get(name, "")
            self.say_rows(name, module, name in by_row)
            if module:
                self.say_fits(name, module)
            else:
                self.say_sequence(name)
                self.say_references(name)

    def columns(self, name):
        """Names and places in the key of those that hold something: the hidden ones are computed, or commands."""
        return [
            (words(row[1]), row[5])
            for row in self.copy.execute("pragma table_xinfo(" + quoted(name) + ")")
            if row[6] in (0, 3)
        ]

    def small(self, tables):
        """Those whose rows are told apart, the smallest first, so that one that grows takes that from no smaller one."""
        cells = []
        for name in tables:
            columns = self.columns(name)
            if any(key for column, key in columns):
                most = MOST_CELLS // len(columns)
                try:
                    rows = self.copy.execute(
                        "select count(*) from (select 1 from %s limit %d)" % (quoted(name), most + 1)).fetchone()[0]
                except sqlite3.Error:
                    continue
                if rows <= most:
                    cells.append((rows * len(columns), name))
        some, total = set(), 0
        for size, name in sorted(cells):
            total += size
            if total > ALL_CELLS:
                break
            some.add(name)
        return some

    def say_rows(self, name, module, by_row):
        try:
            held = self.columns(name)
            names = [column for column, key in held]
            keys = [index for index, (column, key) in enumerate(held) if key] if by_row else []
            columns = list(map(quoted, names))
            if module.startswith("fts"):
                names.insert(0, "rowid")
                columns.insert(0, "rowid")
            # An index that holds all columns would be read in the table's place.
            rows = self.copy.execute(
                "select %s from %s%s" % (", ".join(columns), quoted(name), "" if module else " not indexed"))
            count, content, parts = self.digest.of(rows, names, keys)
            say("table", "table " + name, count, content, parts)
        except sqlite3.Error as e:
            say("table", "table " + name, 0, "unreadable: " + str(e))

    def say_fits(self, name, module):
        """Whether a search finds what the table holds."""
        try:
            if module == "fts5":
                self.copy.execute(
                    "insert into {0}({0}, rank) values ('integrity-check', 1)".format(quoted(name)))
                fits = True
            elif module.startswith("fts"):
                self.copy.execute("insert into {0}({0}) values ('integrity-check')".format(quoted(name)))
                fits = True
            else:
                fits = self.copy.execute("select rtreecheck(?)", (name,)).fetchone()[0] == b"ok"
        except sqlite3.Error:
            fits = False
        say("index", "search index of table " + name, 0, "fits" if fits else "does not fit")

    def say_sequence(self, name):
        """The highest number that was given: SQLite continues behind it, and behind the highest in use."""
        if name not in self.counting:
            return
        try:
            given = self.copy.execute("select max(seq) from sqlite_sequence where name = ?", (name,)).fetchone()[0]
            used = self.copy.execute("select max(rowid) from " + quoted(name)).fetchone()[0]
            say("sequence", "sequence of table " + name, 0, str(max(int(given or 0), used or 0)))
        except (sqlite3.Error, ValueError):
            pass  # the table itself was told of

    def say_references(self, name):
        """SQLite itself checks them only for who asks it to."""
        try:
            if self.copy.execute("pragma foreign_key_list(" + quoted(name) + ")").fetchone():
                broken = sum(1 for _ in self.copy.execute("pragma foreign_key_check(" + quoted(name) + ")"))
                say("references", "foreign keys of table " + name, broken)
        except sqlite3.Error as e:
            say("references", "foreign keys of table " + name, 0, str(e))

    def check(self):
        complaints = 0
        for one in self.complaints():
            complaints += 1
            if complaints <= MOST_COMPLAINTS:
                say("unsound", one)
        if complaints > MOST_COMPLAINTS:
            say("unsound", "and %d more complaints" % (complaints - MOST_COMPLAINTS))

    def complaints(self):
        try:
            self.know_functions()
            told = self.sorted_by_others()
            for row in self.copy.execute("pragma integrity_check(2147483647)"):
                one = words(row[0])
                if one != "ok" and not SAID_ELSEWHERE.match(one) and not any(map(one.endswith, told)):
                    yield one
        except sqlite3.Error as e:
            yield str(e)

    def know_functions(self):
        """Have something in the place of each function that only the application has: a check would not begin."""
        while True:
            try:
                self.copy.execute("explain pragma integrity_check").fetchone()
                return
            except sqlite3.OperationalError as e:
                missing = re.match(r"(?:no such|unknown) function: (\w+)", str(e))
                if not missing or missing.group(1) in self.unknown:
                    raise
                self.unknown.add(missing.group(1))
                self.copy.create_function(missing.group(1), -1, lambda *values: None, deterministic=True)

    def sorted_by_others(self):
        """How complaints end that tell nothing: only the application knows in which order these keys are."""
        tables, ends = set(), set()
        objects = [tuple(map(words, row)) for row in self.copy.execute("select name, tbl_name, sql from sqlite_master")]
        for name, table, sql in objects:
            if sql and any(re.search(r"\b%s\b" % re.escape(one), sql, re.I) for one in self.unknown):
                tables.add(table)
        for name, table, sql in objects:
            if table in tables:
                ends.update((" index " + name, " PRIMARY KEY order for " + table))
        return ends


def main(path, mark, waits, check):
    os.chdir("/")
    try:
        found = file_of(path)
        access("file", path)
        real = os.path.realpath(path)  # SQLite follows links, and puts its log beside the file itself
        access("directory", os.path.dirname(real))
        if check:
            beside(real, found)
        become(found)
        database = Database(copy(path, waits), Digest(mark))
        say("database", path)
        database.say_all()
        if check:
            database.check()
    except Unreadable as e:
        say("gone", path, 0, str(e))
    except sqlite3.Error as e:
        say("gone", path, 0, "cannot be read: " + str(e))
    say("end")


main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "checked")
