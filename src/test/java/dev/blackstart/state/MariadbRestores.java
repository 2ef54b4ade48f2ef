package dev.blackstart.state;

import dev.blackstart.testing.LocalMariadb;
import dev.blackstart.testing.SharedMariadb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Dumps that come back on another server, and copies of files, each of which becomes one. */
final class MariadbRestores extends Restores {
    static final String SYSTEM = "mariadb";

    private final LocalMariadb source = SharedMariadb.get();
    private final LocalMariadb target = LocalMariadb.make();
    private final Fingerprint before;
    private LocalMariadb copy = LocalMariadb.unfilled();

    MariadbRestores() {
        super(SYSTEM);
        try {
            Files.writeString(directory().resolve("source.sql"), BackupRecipe.text("mariadb.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        script("make");
        source.stop();
        script("cp -a \"$data\" \"$cold\"");
        source.start();
        before = MariadbCase.state(source).fingerprint(source, MARK);
    }

    @Override
    Map<String, String> environment() {
        return Map.of(
                "source", source.socket(),
                "data", source.data().toString(),
                "cold", directory().resolve("cold").toString(),
                "target", target.socket(),
                "copy", copy.file("").toString());
    }

    @Override
    List<Difference> compare(Path in) {
        if (!Files.exists(copy.data())) {
            return differences(target);
        }
        try (LocalMariadb started = copy) {
            copy = LocalMariadb.unfilled();
            started.start();
            return differences(started);
        }
    }

    private List<Difference> differences(LocalMariadb server) {
        State shop = MariadbCase.state(server);
        return shop.differences(before, shop.remains(server, MARK));
    }

    @Override
    public void close() {
        script("unmake");
        super.close();
        copy.close();
        target.close();
    }
}
