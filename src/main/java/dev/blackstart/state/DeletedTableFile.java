package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.time.Duration;
import java.util.Optional;

/**
 * Deletes a table's file, after a checkpoint: what a repair of the file system does, and whoever makes room in the wrong
 * directory. Nothing is restarted: connections that have the file open go on to see it, as they do in life.
 */
@Word("deleted-table-file")
record DeletedTableFile(String table) implements PostgresqlDamage {
    static Optional<DeletedTableFile> read(Parameters parameters) {
        return parameters.text("table").map(DeletedTableFile::new);
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("pg_amcheck");
    }

    @Override
    public boolean needsBackup() {
        return true;
    }

    @Override
    public String sentence(String host) {
        return "the file of table " + table + " on " + host + " is deleted";
    }

    @Override
    public Seen carryOut(Target target) {
        RelationPages pages = RelationPages.ofTable(target, table);
        DiskFile file = pages.file(0);
        Duration at = target.ticker().elapsed();
        file.delete();
        return new Seen(
                at,
                "%s: %s deleted, the %s%d pages of %s; connections that have it open go on to see it"
                        .formatted(
                                target.host().name(),
                                file.path(),
                                pages.count() > pages.perFile() ? "first " + pages.perFile() + " of the " : "",
                                pages.count(),
                                pages.called()));
    }
}
