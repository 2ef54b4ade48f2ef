package dev.blackstart.state;

/**
 * A part of a table.
 *
 * @param row a digest of its key; empty: all rows of the column together
 */
record Cell(String column, String row) {
    private static final char BETWEEN = '\u0001';

    /** Read one from its key: the column's name alone, or with the row behind U+0001. */
    static Cell of(String key) {
        int at = key.indexOf(BETWEEN);
        return at < 0 ? new Cell(key, "") : new Cell(key.substring(0, at), key.substring(at + 1));
    }

    /** The key that {@link #of} reads. */
    String key() {
        return row.isEmpty() ? column : column + BETWEEN + row;
    }
}
