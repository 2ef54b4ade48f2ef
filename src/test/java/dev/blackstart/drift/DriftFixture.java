package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A password-store that the real pass has made for alice and bob, with one secret. */
@RealTools
abstract class DriftFixture {
    @TempDir
    Path directory;

    Path store;
    Path keys;
    Path login;
    Gnupg gnupg;

    @BeforeEach
    void make(Gnupg shared) throws IOException {
        gnupg = shared;
        store = directory.resolve("store");
        keys = directory.resolve("keys.gpg");
        login = store.resolve("hosting-login.gpg");
        gnupg.pass(store, "init", gnupg.fingerprint("alice"), gnupg.fingerprint("bob"));
        gnupg.pass(store, "insert", "--multiline", "hosting-login");
        gnupg.export(keys, "alice", "bob", "carol", "dave");
    }

    DriftAnswer drift() {
        return drift(Instant.now());
    }

    DriftAnswer drift(Instant now) {
        return Drift.of(Artefacts.read(sources()), Optional.empty(), now);
    }

    Sources sources() {
        return new Sources(List.of(store), List.of(), List.of(), List.of(), List.of(keys), Optional.empty());
    }

    /** Spells findings briefly: code, file and line below the store, message. */
    List<String> found(DriftAnswer answer) {
        return answer.findings().stream()
                .map(finding -> "%s %s: %s"
                        .formatted(finding.code().word(), finding.place().fileAndLine(), finding.message())
                        .replace(directory + "/", "")
                        .replace("environments/shop/", ""))
                .toList();
    }

    void finds(String... expected) {
        assertThat(found(drift())).containsExactly(expected);
    }

    void gpgId(String... lines) throws IOException {
        Files.write(store.resolve(".gpg-id"), List.of(lines));
    }

    String[] to(String... people) {
        String[] arguments = new String[2 * people.length + 1];
        for (int i = 0; i < people.length; i++) {
            arguments[2 * i] = "--recipient";
            arguments[2 * i + 1] = gnupg.fingerprint(people[i]);
        }
        arguments[2 * people.length] = "--encrypt";
        return arguments;
    }
}
