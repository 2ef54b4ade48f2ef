package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.finding.Finding;
import dev.blackstart.testing.Gnupg;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * Does what a hint says, with the real tools and without a thought of its own, and asks again: the finding has to be
 * gone, and every secret to open to whom the test names, and to nobody else.
 */
abstract class FollowedHints extends DriftFixture {
    private static final Pattern COMMAND = Pattern.compile("`([^`]+)`");

    /** The codes whose hints a test follows. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Follows {
        String[] value();
    }

    private static Gnupg everybody;

    /** The keyring of somebody who has everybody's secret keys; not to be changed. */
    Gnupg own;

    Instant now = Instant.now();
    List<Path> stores = List.of();
    List<Path> age = List.of();
    boolean ownKeyring;

    @BeforeAll
    static void copy(Gnupg shared) throws IOException {
        everybody = ready(shared.copy());
    }

    @AfterAll
    static void end() throws IOException {
        everybody.close();
    }

    /** Lets programs run as they do where there is a terminal, and keys of colleagues are trusted. */
    static Gnupg ready(Gnupg gnupg) throws IOException {
        gnupg.run("gpg", "--batch", "--quiet", "--check-trustdb");
        Path none = Files.createFile(gnupg.home().resolve("none"));
        Files.write(
                gnupg.home().resolve("gpg.conf"),
                List.of(
                        "batch",
                        "trust-model always",
                        "no-auto-key-locate",
                        "pinentry-mode loopback",
                        "passphrase-file " + none));
        return gnupg;
    }

    @BeforeEach
    void begin() throws IOException {
        own = everybody;
        stores = List.of(store);
    }

    @Override
    Sources sources() {
        return ownKeyring
                ? new Sources(stores, List.of(), age, List.of(), List.of(), Optional.of(own.home()))
                : new Sources(stores, List.of(), age, List.of(), List.of(keys), Optional.empty());
    }

    @Override
    DriftAnswer drift() {
        return Drift.of(Artefacts.read(sources()), Optional.empty(), now);
    }

    /** Gives the only finding with the code. */
    Finding finding(String code) {
        List<Finding> found = drift().findings().stream()
                .filter(finding -> finding.code().word().equals(code))
                .toList();
        assertThat(found).as(code).isNotEmpty();
        return found.get(0);
    }

    /** Gives the first command of the finding's hint. */
    String command(String code) {
        Finding finding = finding(code);
        return COMMAND.matcher(finding.hint())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no command: " + finding.hint()));
    }

    /** Runs the command of the hint as it stands. */
    void follow(String code) {
        sh(command(code));
    }

    void sh(String command) {
        own.run("sh", "-c", "cd " + directory + " && " + command);
    }

    void isGone(String code) {
        assertThat(found(drift())).noneMatch(finding -> finding.startsWith(code + " "));
    }

    /** Makes sure that nothing at all is found any more. */
    void isMended() {
        assertThat(found(drift())).isEmpty();
    }

    /** @param expected such as {@code hosting-login: Alice Bob}, in the order of names */
    void opens(String... expected) {
        Map<String, String> opened = new TreeMap<>();
        drift().files()
                .forEach(file -> opened.put(
                        file.name(),
                        String.join(
                                " ",
                                new TreeSet<>(file.opened().people().stream()
                                        .map(person -> person.replaceFirst(" <.*", ""))
                                        .toList()))));
        assertThat(opened.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList())
                .containsExactly(expected);
    }
}
