package dev.blackstart.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A repository of a real borg, with three generations: 1, 2, 3. */
final class RealBorg {
    static final String PASSPHRASE = "of a test";
    private static final int GENERATIONS = 3;
    private static final int SIZE = 100_000;

    private final Path directory;
    private final ThisMachine host;
    private String memory = "base";

    RealBorg(Path directory) throws IOException {
        this.directory = directory;
        this.host = new ThisMachine(Files.createDirectories(directory.resolve("tools")));
        made("init", "--encryption", "repokey-blake2");
        made("config", repository().toString(), "append_only", "1");
        for (int generation = 1; generation <= GENERATIONS; generation++) {
            Files.write(directory.resolve("dump"), random(generation));
            made("create", "::" + generation, directory.resolve("dump").toString());
        }
    }

    private static byte[] random(int generation) {
        byte[] bytes = new byte[SIZE];
        new Random(generation).nextBytes(bytes);
        return bytes;
    }

    ThisMachine host() {
        return host;
    }

    Path repository() {
        return directory.resolve("repository");
    }

    /** What root types before it uses borg. */
    String environment() {
        StringBuilder exports = new StringBuilder();
        variables()
                .forEach((name, value) -> exports.append("export ")
                        .append(name)
                        .append("='")
                        .append(value)
                        .append("'\n"));
        return exports.toString();
    }

    private void made(String... words) {
        Outcome outcome = run(words);
        assertThat(outcome.succeeded()).as(outcome.err()).isTrue();
    }

    Outcome run(String... words) {
        List<String> line = new ArrayList<>(List.of("borg"));
        line.addAll(List.of(words));
        return host.run(new Command("root", line, variables(), "", Duration.ofMinutes(1)));
    }

    private Map<String, String> variables() {
        return Map.of(
                "BORG_REPO", repository().toString(),
                "BORG_BASE_DIR", memory().toString(),
                "BORG_PASSPHRASE", PASSPHRASE);
    }

    /** Forget how new the repository was: borg refuses an older one. */
    void forget() {
        memory = "another-base";
    }

    private Path memory() {
        try {
            return Files.createDirectories(directory.resolve(memory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
