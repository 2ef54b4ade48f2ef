package dev.blackstart.drift;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.testing.Gnupg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Times a large store of the real pass: {@code ci/bench/large-store} runs it in a process of its own. */
final class StoreBenchmark {
    private StoreBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int files = Integer.parseInt(arguments[0]);
        Path directory = Path.of(arguments[1]);
        Path store = directory.resolve("store");
        Path keys = directory.resolve("keys.gpg");
        try (Gnupg gnupg = Gnupg.made()) {
            gnupg.pass(store, "init", gnupg.fingerprint("alice"), gnupg.fingerprint("bob"));
            gnupg.pass(store, "insert", "--multiline", "hosting-login");
            gnupg.export(keys, "alice", "bob");
        }
        LargeStore.fill(store, store.resolve("hosting-login.gpg"), files);
        Files.writeString(store.resolve("team-0/login-7.gpg"), "not a message");

        long started = System.nanoTime();
        DriftAnswer answer = Drift.of(
                Artefacts.read(
                        new Sources(List.of(store), List.of(), List.of(), List.of(), List.of(keys), Optional.empty())),
                Optional.empty(),
                Instant.now());
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        System.out.printf(
                "%,d files read and compared in %,d ms; findings: %d%n",
                answer.files().size(), took.toMillis(), answer.findings().size());
    }
}
