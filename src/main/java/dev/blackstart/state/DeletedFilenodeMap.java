package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Outcome;
import java.time.Duration;
import java.util.Optional;

/**
 * Deletes the map that says in which files a database's own catalogues lie. Connections that stand have read it, and no new
 * one comes about; the server itself runs.
 */
@Word("deleted-filenode-map")
record DeletedFilenodeMap() implements PostgresqlDamage {
    private static final String FIND = """
            select current_setting('data_directory') || '/'
                   || regexp_replace(pg_relation_filepath('pg_class'), '[^/]+$', 'pg_filenode.map');
            """;

    static Optional<DeletedFilenodeMap> read(Parameters parameters) {
        return Optional.of(new DeletedFilenodeMap());
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("a connection that is made anew");
    }

    /** The map of a database whose catalogues were never rewritten is that of any other. */
    @Override
    public boolean needsBackup() {
        return false;
    }

    @Override
    public String sentence(String host) {
        return "the database's pg_filenode.map on " + host + " is deleted";
    }

    @Override
    public Seen carryOut(Target target) {
        Outcome outcome =
                target.host().run(PostgresqlDamage.psql(target).command().with(FIND));
        if (!outcome.succeeded() || outcome.out().isBlank()) {
            throw new DamageException(
                    "the map of the database cannot be found", outcome.err().strip());
        }
        DiskFile file = new DiskFile(target.host(), outcome.out().strip());
        Duration at = target.ticker().elapsed();
        file.delete();
        return new Seen(at, "%s: %s deleted".formatted(target.host().name(), file.path()));
    }
}
