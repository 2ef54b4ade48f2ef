package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Flips 16 bytes amid the rows of one page of an SQLite table, in the database's file, once the write-ahead log is empty: what
 * a failing disk does. SQLite has no checksums, and shows what it finds there.
 */
@Word("sqlite-page")
record SqlitePage(String table) implements Damage {
    private static final int BYTES = 16;
    private static final String END = "end";

    static Optional<SqlitePage> read(Parameters parameters) {
        return parameters.text("table").map(SqlitePage::new);
    }

    @Override
    public boolean takes(State state) {
        return state instanceof SqliteState;
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("PRAGMA integrity_check, or a query of something that always holds");
    }

    @Override
    public boolean needsBackup() {
        return true;
    }

    @Override
    public String sentence(String host) {
        return "a page of table " + table + " of an SQLite database on " + host + " is damaged";
    }

    @Override
    public Seen carryOut(Target target) {
        String path = target.state().name();
        BeforeAndAfter state = new BeforeAndAfter(target);
        List<String> found = pages(target, path);
        int size = Integer.parseInt(found.get(0));
        List<String> pages = found.subList(1, found.size() - 1);
        String[] page = MiddleHalf.of(pages, target.random()).split(" ", -1);
        long start = (Long.parseLong(page[0]) - 1) * size;
        long offset = start + Math.min(Long.parseLong(page[1]), size - BYTES);
        Duration at = target.ticker().elapsed();
        new DiskFile(target.host(), path).flip(offset, BYTES);
        String changed = state.changed();
        if (changed.isEmpty()) {
            throw new DamageException(
                    path + " was damaged, and SQLite does not see it",
                    "the application wrote the page again, or nothing is there");
        }
        return new Seen(
                at,
                "%s: %d bytes flipped at offset %d of %s: page %s, one of the %d that hold rows of table %s: %s"
                        .formatted(target.host().name(), BYTES, offset, path, page[0], pages.size(), table, changed));
    }

    private List<String> pages(Target target, String path) {
        try {
            List<String> found = WholeOutput.of(
                            target.host(), SqliteScript.command("sqlite-pages.py", path, table), "the pages of " + path)
                    .lines()
                    .toList();
            if (found.size() < 3 || !found.get(found.size() - 1).equals(END)) {
                throw new DamageException("the pages of table " + table + " cannot be found", "it has none");
            }
            return found;
        } catch (StateException e) {
            throw new DamageException("the pages of table " + table + " cannot be found", e.detail());
        }
    }
}
