"""Asks an SQLite database, or has it do something, as its owner: PATH ask|rows|plan|do SQL. Stands behind sqlite-owner.py.

Prints the rows of an answer, their values parted by "|" or as a JSON array a line; of a plan its steps; of what was done how many rows it touched.
"""
import json
import re

WAITS = 30
OTHERWISE = re.compile(r"^\s*(begin|commit|end|rollback|savepoint|vacuum|pragma)\b", re.I | re.M)


def statements(text):
    """Each by itself."""
    one = ""
    for piece in re.split(r"(?<=;)", text):
        one += piece
        if sqlite3.complete_statement(one):
            yield one
            one = ""
    if one.strip():
        yield one


def shown(value):
    return "" if value is None else value.hex() if isinstance(value, bytes) else str(value)


def written(row, how):
    if how == "rows":
        return json.dumps([shown(value) for value in row])
    return row[1] if how == "plan" else "|".join(map(shown, row))


def main(path, how, sql):
    become(os.stat(path))
    database = connect(path, WAITS)
    if how != "do":
        database.execute("pragma query_only = on")
        for row in database.execute(("explain " if how == "plan" else "") + sql):
            print(written(row, how))
        return
    together = not OTHERWISE.search(sql)
    if together:
        database.execute("begin immediate")
    for statement in statements(sql):
        database.execute(statement).fetchall()
    if together:
        database.execute("commit")
    print(database.total_changes)


try:
    main(*sys.argv[1:])
except (sqlite3.Error, sqlite3.Warning, OSError) as e:
    sys.exit(str(e))
