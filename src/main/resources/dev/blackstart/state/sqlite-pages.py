"""Finds the pages of a table that hold rows, once all of them are in the file: PATH TABLE. Stands behind sqlite-owner.py.

Prints the size of a page, then for each its number and where in it the middle of its rows is; "end" last.
"""
import struct

WAITS = 30
INNER, LEAF = 5, 13  # see sqlite.org/fileformat2.html, "B-tree Pages"


def leaves(file, number, size):
    file.seek((number - 1) * size)
    page = file.read(size)
    start = 100 if number == 1 else 0
    kind, _, cells, content = struct.unpack(">BHHH", page[start:start + 7])
    if kind == INNER:
        for index in range(cells):
            at = struct.unpack_from(">H", page, start + 12 + 2 * index)[0]
            yield from leaves(file, struct.unpack_from(">I", page, at)[0], size)
        yield from leaves(file, struct.unpack_from(">I", page, start + 8)[0], size)
    elif kind == LEAF and cells:
        yield number, ((content or 65536) + size) // 2
    elif kind != LEAF:
        sys.exit("page %d holds no rows of a table" % number)


def main(path, table):
    become(os.stat(path))
    database = connect(path, WAITS)
    root = database.execute(
        "select rootpage from sqlite_master where type = 'table' and name = ? and rootpage > 0", (table,)).fetchone()
    if root is None:
        sys.exit("there is no table " + table)
    if database.execute("pragma wal_checkpoint(truncate)").fetchone()[0]:
        sys.exit("the write-ahead log still holds pages: somebody reads them")
    size = database.execute("pragma page_size").fetchone()[0]
    database.close()
    print(size)
    with open(path, "rb") as file:
        for number, middle in leaves(file, root[0], size):
            print(number, middle)
    print("end")


try:
    main(*sys.argv[1:])
except (sqlite3.Error, OSError) as e:
    sys.exit(str(e))
