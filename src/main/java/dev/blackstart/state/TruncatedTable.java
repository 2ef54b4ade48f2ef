package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.time.Duration;
import java.util.Optional;

/**
 * Cuts a table's file short, after a checkpoint, at a cold page of its middle half: what a file system that was full, or a
 * copy that broke off, leaves. Cut between two pages it is a shorter table to PostgreSQL; cut within one it is not quite.
 */
@Word("truncated-table")
record TruncatedTable(String table, boolean between) implements PostgresqlDamage {
    private static final String BETWEEN = "between-pages";
    private static final String WITHIN = "within-page";

    static Optional<TruncatedTable> read(Parameters parameters) {
        Optional<String> cut = Optional.of(parameters.text("cut").orElse(BETWEEN))
                .filter(where -> where.equals(BETWEEN) || where.equals(WITHIN));
        return parameters
                .text("table")
                .flatMap(table -> cut.map(where -> new TruncatedTable(table, where.equals(BETWEEN))));
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("a query that knows how much there must be");
    }

    @Override
    public boolean needsBackup() {
        return true;
    }

    @Override
    public String sentence(String host) {
        return "the file of table %s on %s is cut %s"
                .formatted(table, host, between ? "between two pages" : "within a page");
    }

    @Override
    public Seen carryOut(Target target) {
        RelationPages pages = RelationPages.ofTable(target, table);
        RelationPages.Choice chosen = pages.cold(target.random());
        DiskFile file = pages.file(chosen.page());
        long length =
                pages.start(chosen.page()) + (between ? 0 : 1 + target.random().nextInt(pages.size() - 1));
        Duration at = target.ticker().elapsed();
        long before = file.cut(length);
        return new Seen(
                at,
                "%s: %s cut from %d to %d bytes, at %s"
                        .formatted(target.host().name(), file.path(), before, length, pages.told(chosen)));
    }
}
