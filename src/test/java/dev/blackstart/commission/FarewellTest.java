package dev.blackstart.commission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.environment.Base;
import dev.blackstart.recovery.Arrival;
import dev.blackstart.recovery.Responder;
import dev.blackstart.secret.OwnFiles;
import dev.blackstart.secret.Secret;
import dev.blackstart.store.PersonalKeys;
import dev.blackstart.testing.LocalHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FarewellTest {
    private static final EnvironmentDefinition SHOP = DefinitionReader.read(
                    List.of(Path.of("src/test/resources/definitions/good")))
            .environments()
            .get(0);

    /** Longer than what is kept of an ordinary command's output. */
    private static final int LONG = 9 << 20;

    @TempDir
    private Path directory;

    private LocalHost desk;
    private Base base;

    @BeforeEach
    void commission() throws IOException {
        desk = LocalHost.make();
        base = new Base(directory.resolve("base"));
        Responder workstation = new Responder(desk, SHOP, none -> Optional.empty());
        new Arrival(SHOP).furnish(workstation);
        Files.write(desk.file("documents/plan.bin"), new byte[LONG]);
        Makers makers = new Makers(
                new dev.blackstart.definition.Step.Verb.Doer() {
                    @Override
                    public void provision(List<String> hosts) {}

                    @Override
                    public void makePeople() {}

                    @Override
                    public void makeSecrets(List<String> stores) {}
                },
                workstation,
                SHOP.inventory(),
                () -> {});
        makers.makePeople();
        makers.makeSecrets(List.of());
        Map<String, Secret> keys = new PersonalKeys(workstation.desk())
                .values(SHOP.inventory().people().keySet());
        new Farewell(workstation).into(base, keys);
        BaseSecrets.at(workstation, SHOP.inventory()).keep(base);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @Test
    void everything_that_is_kept_is_its_owners_alone_at_every_level() throws IOException {
        try (Stream<Path> all = Files.walk(base.directory())) {
            assertThat(all.toList())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as(path.toString())
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
        assertThat(OwnFiles.alone(base.directory())).isTrue();
    }

    @Test
    void documents_longer_than_any_output_that_is_kept_arrive_whole() throws IOException {
        try (LocalHost survivors = LocalHost.make()) {
            new Arrival(SHOP).furnish(new Responder(survivors, SHOP, none -> Optional.empty()), base, Set.of("alice"));

            assertThat(survivors.file("documents/plan.bin")).hasSize(LONG);
        }
    }

    @Test
    void every_documented_secret_has_a_value_that_survivors_open() throws IOException {
        BaseSecrets secrets = BaseSecrets.of(base);

        secrets.mustHoldAll(SHOP.inventory());
        assertThat(secrets.others())
                .map(Secret::name)
                .contains("ssh-key-of-alice", "openpgp-key-of-dave")
                .hasSize(2 * SHOP.inventory().people().size());
    }
}
