package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.definition.AccessFormula.ByPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Files that the real sops has written for alice, bob and carol (src/test/resources/sops-cases), to be changed. */
abstract class SopsFixture {
    static final Path MADE = Path.of("src/test/resources/sops-cases");
    static final String ALICE = "age10nrxnswcp53f67le9m8c3swhlecf75gc2e772n0d3rfxudcjadns0vx0zx";
    static final String BOB = "age1vuzh8tnzuayqvy9jxf5l5ljd5q2fyzrzuqmnha0hsgkvkafdrvfq8cw3sx";
    static final String CAROL = "age1ah3rd2rhlgywa68d8n6twjqu0fvqfyqjtacn9jfag0m9s7qxneyqyldwse";
    private static final Map<String, String> NAMES = Map.of(ALICE, "alice", BOB, "bob", CAROL, "carol");

    @TempDir
    Path directory;

    void copy(String what) throws IOException {
        try (Stream<Path> files = Files.walk(MADE.resolve(what))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(MADE.resolve(what).relativize(file).toString(), Files.readString(file));
            }
        }
    }

    void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    void change(String name, String old, String with) throws IOException {
        Path file = directory.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, with));
    }

    DriftAnswer drift() {
        return drift("");
    }

    DriftAnswer drift(String name) {
        return Drift.of(
                Artefacts.read(new Sources(
                        List.of(),
                        List.of(directory.resolve(name)),
                        List.of(),
                        List.of(),
                        List.of(Path.of("src/test/resources/sops/keys.asc")),
                        Optional.empty())),
                Optional.empty(),
                Instant.now());
    }

    /** Spells findings briefly: code, file and line, message; people by their names. */
    List<String> found(DriftAnswer answer) {
        return answer.findings().stream()
                .map(finding ->
                        named(finding.code().word() + " " + finding.place().fileAndLine() + ": " + finding.message()))
                .toList();
    }

    List<String> found() {
        return found(drift());
    }

    String named(String text) {
        String named = text.replace(directory + "/", "");
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        return named;
    }

    /** Names who has part in opening each file. */
    Map<String, Set<String>> people(DriftAnswer answer) {
        return answer.files().stream()
                .collect(Collectors.toMap(
                        FileAccess::name,
                        file -> file.opened()
                                .leaves(ByPerson.class)
                                .map(person -> named(person.person()))
                                .collect(Collectors.toCollection(TreeSet::new))));
    }
}
