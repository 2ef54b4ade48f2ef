package dev.blackstart.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.environment.Base;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalTest {
    private static final EnvironmentDefinition SHOP = DefinitionReader.read(
                    List.of(Path.of("src/test/resources/definitions/good")))
            .environments()
            .get(0);
    private static final String STORE =
            SHOP.inventory().stores().values().iterator().next().path().orElseThrow();

    private final List<String> people = List.copyOf(SHOP.inventory().people().keySet());
    private final List<String> secrets = List.copyOf(SHOP.inventory().secrets().keySet());

    @TempDir
    private Path directory;

    @BeforeEach
    void commission() throws IOException {
        Base base = new Base(directory);
        for (String person : people) {
            Path keys = Files.createDirectories(base.workstation("people").resolve(person));
            Files.writeString(keys.resolve("openpgp"), "made up");
            Files.writeString(keys.resolve("ssh"), "made up");
        }
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(base.workstation(Arrival.PUBLIC)))) {
            add(tar, "documents/known_hosts");
            for (String secret : secrets) {
                add(tar, STORE + "/" + secret + ".gpg");
            }
        }
    }

    @Test
    void survivors_have_the_documents_the_store_and_their_own_keys_and_nothing_else() throws IOException {
        String survivor = people.get(0);
        List<String> expected = new ArrayList<>(List.of(
                "documents/known_hosts",
                "documents/secrets.yaml",
                ".keys/" + survivor + ".asc",
                ".ssh/id_" + survivor));
        SHOP.runbooks().keySet().forEach(page -> expected.add("documents/runbooks/" + page));
        secrets.forEach(secret -> expected.add(STORE + "/" + secret + ".gpg"));

        assertThat(arriving(Set.of(survivor), secret -> false)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void where_nobody_is_left_no_key_arrives() throws IOException {
        assertThat(arriving(Set.of(), secret -> false))
                .noneMatch(name -> name.startsWith(".keys/") || name.startsWith(".ssh/"));
    }

    @Test
    void a_withheld_secret_never_arrives() throws IOException {
        String withheld = secrets.get(0);
        assertThat(arriving(Set.copyOf(people), withheld::equals))
                .doesNotContain(STORE + "/" + withheld + ".gpg")
                .contains(STORE + "/" + secrets.get(1) + ".gpg");
    }

    private List<String> arriving(Set<String> survivors, Predicate<String> withheld) throws IOException {
        Workstation workstation = new Workstation();
        new Arrival(SHOP).furnish(new Responder(workstation, SHOP), new Base(directory), survivors, withheld);
        List<String> names = new ArrayList<>();
        byte[] archive = Base64.getDecoder().decode(workstation.input);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static void add(TarArchiveOutputStream tar, String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name));
        tar.closeArchiveEntry();
    }

    /** Remembers what it is given on its standard input. */
    private static final class Workstation implements Host {
        private String input = "";

        @Override
        public String name() {
            return "responder";
        }

        @Override
        public Outcome run(Command command) {
            input = command.input();
            return new Outcome(Outcome.Ending.ENDED, 0, "", "");
        }

        @Override
        public Watch watch(Command command, Consumer<String> line) {
            throw new UnsupportedOperationException("nobody watches an arrival");
        }

        @Override
        public void write(String path, byte[] content, String owner, int mode) {
            throw new UnsupportedOperationException("everything arrives through standard input");
        }

        @Override
        public Outcome stream(Command command, OutputStream out) {
            throw new UnsupportedOperationException("nothing leaves an arrival");
        }
    }
}
