package dev.blackstart.state;

import dev.blackstart.testing.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dumps that come back on another server, and base backups, each of which becomes one. */
final class PostgresqlRestores extends Restores {
    static final String SYSTEM = "postgresql";

    private static final String SMALL = "--wal-segsize=1"; // what is written to no end is copied, too
    private static final State SHOP = new PostgresqlState(Optional.of("shop"), PostgresqlServer.USUAL);

    private final LocalPostgres source = LocalPostgres.make(SMALL);
    private final LocalPostgres target = LocalPostgres.make(SMALL);
    private final Fingerprint before;
    private LocalPostgres copy = LocalPostgres.unfilled();

    PostgresqlRestores() {
        super(SYSTEM);
        try {
            Files.writeString(directory().resolve("source.sql"), BackupRecipe.text("postgresql.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        script("make");
        before = SHOP.fingerprint(source, MARK);
    }

    @Override
    Map<String, String> environment() {
        return Map.of(
                "source", source.file("").toString(),
                "target", target.file("").toString(),
                "copy", copy.file("").toString());
    }

    @Override
    List<Difference> compare(Path in) {
        if (!Files.exists(copy.file("data"))) {
            return SHOP.differences(before, SHOP.remains(target, MARK));
        }
        try (LocalPostgres started = copy) {
            copy = LocalPostgres.unfilled();
            started.start();
            return SHOP.differences(before, SHOP.remains(started, MARK));
        }
    }

    @Override
    public void close() {
        super.close();
        copy.close();
        target.close();
        source.close();
    }
}
