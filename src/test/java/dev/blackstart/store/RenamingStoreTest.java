package dev.blackstart.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Outcome;
import dev.blackstart.secret.Secret;
import dev.blackstart.testing.LocalHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password-store in which one secret lies under another name, with the programs that people use. */
class RenamingStoreTest {
    @TempDir
    Path base;

    private LocalHost host;
    private Desk desk;
    private final DrilledStore store =
            new RenamingStore(new OpenPgpStore("store"), Map.of("github", "web/github.com", "plain", "plain"));

    @BeforeEach
    void make() throws IOException {
        host = LocalHost.make();
        desk = new Desk(host, store.variables());
        PersonalKeys keys = new PersonalKeys(desk);
        keys.arrive(base, Set.of());
        keys.make(List.of("alice"));
        store.make(
                new Ground(desk),
                List.of(making("github", Generator.Kind.TLS_SELF_SIGNED), making("plain", Generator.Kind.HEX)));
    }

    @AfterEach
    void close() throws IOException {
        host.close();
    }

    private static Making making(String name, Generator.Kind kind) {
        return new Making(name, Optional.of(new Generator(kind, "", 16)), new TreeSet<>(List.of("alice")));
    }

    private Outcome shown(String secret) {
        return desk.run("", Duration.ofSeconds(30), List.of("bash", "-c", store.show(secret)));
    }

    @Test
    void what_is_made_lies_in_the_file_that_the_inventory_says_and_is_known_by_its_name() {
        assertThat(host.file("store/web/github.com.gpg")).exists();
        assertThat(host.file("store/github.gpg")).doesNotExist();
        assertThat(store.values(new Ground(desk))).containsOnlyKeys("github", "plain");
        assertThat(Objects.requireNonNull(store.values(new Ground(desk)).get("github"))
                        .name())
                .isEqualTo("github");
        assertThat(shown("github").out()).contains("BEGIN CERTIFICATE", "PRIVATE KEY");
    }

    @Test
    void it_is_withheld_and_replaced_by_its_name_and_refused_by_it() {
        DrilledStore.Restore restore = store.withhold(new Ground(desk), "github");
        Outcome refused = shown("github");
        restore.giveBack();
        DrilledStore.Restore own = store.replace(new Ground(desk), Secret.of("github", "another"));
        String replaced = shown("github").out();
        own.giveBack();

        assertThat(store.refused(refused.err()))
                .hasValueSatisfying(refusal -> assertThat(refusal.secret()).contains("github"));
        assertThat(replaced).startsWith("another");
        assertThat(shown("github").out()).contains("BEGIN CERTIFICATE");
    }

    @Test
    void a_file_of_no_secret_that_has_the_name_of_one_is_not_taken_for_it() {
        store.make(new Ground(desk), List.of(making("web/other", Generator.Kind.HEX)));
        new OpenPgpStore("store").make(new Ground(desk), List.of(making("github", Generator.Kind.HEX)));

        assertThat(store.values(new Ground(desk))).containsOnlyKeys("github", "plain", "web/other", "file/github");
    }
}
