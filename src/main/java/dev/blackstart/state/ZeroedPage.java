package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.time.Duration;
import java.util.Optional;

/**
 * Overwrites a cold page of a table with zeros, after a checkpoint: what a file system leaves of a block that it lost. A page
 * of zeros is a new and empty one to PostgreSQL, whose checksum nobody asks for: its rows are gone without a word.
 */
@Word("zeroed-page")
record ZeroedPage(String table) implements PostgresqlDamage {
    static Optional<ZeroedPage> read(Parameters parameters) {
        return parameters.text("table").map(ZeroedPage::new);
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
        return "a cold page of table " + table + " on " + host + " is overwritten with zeros";
    }

    @Override
    public Seen carryOut(Target target) {
        RelationPages pages = RelationPages.ofTable(target, table);
        RelationPages.Choice chosen = pages.cold(target.random());
        DiskFile file = pages.file(chosen.page());
        long offset = pages.start(chosen.page());
        Duration at = target.ticker().elapsed();
        file.zero(offset, pages.size());
        return new Seen(
                at,
                "%s: %d bytes overwritten with zeros at offset %d of %s: %s"
                        .formatted(target.host().name(), pages.size(), offset, file.path(), pages.told(chosen)));
    }
}
