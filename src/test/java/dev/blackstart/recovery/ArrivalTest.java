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
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final String STORE = "store";

    private final List<String> people = List.copyOf(SHOP.inventory().people().keySet());
    private final List<String> secrets = List.copyOf(SHOP.inventory().secrets().keySet());

    @TempDir
    private Path directory;

    @BeforeEach
    void commission() throws IOException {
        Base base = new Base(directory);
        for (String person : people) {
            Path keys = Files.createDirectories(base.workstation(Arrival.PEOPLE).resolve(person));
            Files.writeString(keys.resolve("openpgp"), "made up");
            Files.writeString(keys.resolve("ssh"), "made up");
        }
        try (var tar = tar(base.workstation(Arrival.DOCUMENTS))) {
            add(tar, "documents/known_hosts");
            add(tar, "documents/runbooks/of-yesterday.md");
        }
        Path store = Files.createDirectories(base.workstation(Arrival.STORES).resolve("pass"));
        try (var tar = tar(store.resolve("store.tar"))) {
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

        assertThat(arriving(SHOP, Set.of(survivor))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void where_nobody_is_left_no_key_arrives() throws IOException {
        assertThat(arriving(SHOP, Set.of())).noneMatch(name -> name.startsWith(".keys/") || name.startsWith(".ssh/"));
    }

    @Test
    void what_lies_beside_the_pages_comes_along_with_them() throws IOException {
        Path copy = directory.resolve("environments/shop");
        try (var files = Files.walk(SHOP.directory())) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(SHOP.directory().relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Path pictures = Files.createDirectories(copy.resolve("runbooks/pictures"));
        Files.writeString(pictures.resolve("rack.png"), "a picture");
        EnvironmentDefinition shop =
                DefinitionReader.read(List.of(copy)).environments().get(0);

        assertThat(arriving(shop, Set.of())).contains("documents/runbooks/pictures/rack.png");
    }

    private List<String> arriving(EnvironmentDefinition shop, Set<String> survivors) throws IOException {
        List<String> names = new ArrayList<>();
        Host workstation = (Host) Proxy.newProxyInstance(
                Host.class.getClassLoader(), new Class<?>[] {Host.class}, (proxy, method, arguments) -> {
                    Command command = (Command) arguments[0];
                    names.addAll(names(Base64.getDecoder().decode(command.input())));
                    return new Outcome(Outcome.Ending.ENDED, 0, "", "");
                });
        new Arrival(shop)
                .furnish(new Responder(workstation, shop, none -> Optional.empty()), new Base(directory), survivors);
        return names;
    }

    private static List<String> names(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static TarArchiveOutputStream tar(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return new TarArchiveOutputStream(out);
    }

    private static void add(TarArchiveOutputStream tar, String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name));
        tar.closeArchiveEntry();
    }
}
