package dev.blackstart.state;

import java.util.Arrays;
import java.util.Optional;

/** Which bytes of a table's page are flipped; see PostgreSQL's manual, "Database Page Layout". */
enum PagePart {
    /** Of rows, where the page is full: columns that read as something else, or as nothing. */
    MIDDLE("middle", "", 16) {
        @Override
        long within(DiskFile file, long start, int size) {
            return size / 2;
        }
    },
    /** The first four pointers, which say where in the page a row lies. */
    LINE_POINTERS("line-pointers", "the line pointers of ", 16) {
        @Override
        long within(DiskFile file, long start, int size) {
            return POINTERS;
        }
    },
    /** The transaction that made the first row. */
    ROW_HEADER("row-header", "the first row's xmin in ", 4) {
        @Override
        long within(DiskFile file, long start, int size) {
            byte[] pointer = file.read(start + POINTERS, 2);
            int row = (pointer[0] & 0xff) + ((pointer[1] & 0x7f) << 8);
            if (row < POINTERS || row > size - POINTERS) {
                throw new DamageException(file.path() + " could not be damaged", "its page has no first row");
            }
            if ((file.read(start + row + FLAGS, 1)[0] & FROZEN) == FROZEN) {
                throw new DamageException(
                        file.path() + " could not be damaged",
                        "the first row of its page is frozen, and nobody asks any more who made it");
            }
            return row;
        }
    };

    private static final int POINTERS = 24;

    /** The second byte of a row's {@code t_infomask}, and what it says of a row that all see forever. */
    private static final int FLAGS = 21;

    private static final int FROZEN = 0x03;

    private final String word;
    private final String called;
    private final int bytes;

    PagePart(String word, String called, int bytes) {
        this.word = word;
        this.called = called;
        this.bytes = bytes;
    }

    static Optional<PagePart> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word.equals(word)).findFirst();
    }

    /** Begins a sentence that goes on with a page; empty: the page itself. */
    String called() {
        return called;
    }

    int bytes() {
        return bytes;
    }

    /** Where it begins within the page that begins in the file at {@code start}. */
    abstract long within(DiskFile file, long start, int size);
}
