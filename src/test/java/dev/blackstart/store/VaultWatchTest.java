package dev.blackstart.store;

import static dev.blackstart.store.VaultAtADesk.OTHER;
import static dev.blackstart.store.VaultAtADesk.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.store.StoreWatch.Seen;
import dev.blackstart.testing.RealTools;
import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of what a real OpenBao gives. */
@RealTools
class VaultWatchTest {
    private static final Seen NOTHING = new Seen(List.of());

    /** A machine that is not the desk. */
    private static final String ELSEWHERE = "127.0.0.2";

    @TempDir
    private Path base;

    private VaultAtADesk at;

    @BeforeEach
    void begin() throws IOException {
        at = new VaultAtADesk(base);
    }

    @AfterEach
    void end() throws IOException {
        at.close();
    }

    @Test
    void what_a_step_was_given_is_seen_once_and_what_was_given_before_is_not() {
        at.open(OTHER);
        StoreWatch watch = at.store.watch(at.ground());
        assertThat(at.open(OWN).succeeded()).isTrue();

        assertThat(watch.until("one")).contains(new Seen(List.of(OWN)));
        assertThat(watch.until("two")).contains(NOTHING);
    }

    @Test
    void what_is_denied_is_named_and_not_opened_until_it_is_given() {
        StoreWatch watch = at.store.watch(at.ground());
        String bob = at.bao.token("bob", at.password("bob"));
        at.ask(OTHER, bob);
        at.ask(OWN, bob);
        assertThat(watch.until("one")).contains(new Seen(List.of(OTHER), Optional.of(OWN)));

        at.ask("app/nothing", at.bao.token("alice", at.password("alice")));
        assertThat(watch.until("two")).contains(new Seen(List.of(), Optional.of("app/nothing")));

        at.ask(OWN, bob);
        at.open(OWN);
        assertThat(watch.until("three")).contains(new Seen(List.of(OWN)));
    }

    @Test
    void what_is_wrapped_is_given() {
        StoreWatch watch = at.store.watch(at.ground());
        at.bao.root("GET", "kv/data/" + OWN + "?wrapped", "");
        at.bao.ask(
                "GET",
                "kv/data/" + OTHER,
                "",
                "--header",
                "X-Vault-Wrap-TTL: 60",
                "--header",
                "X-Vault-Token: " + at.bao.token("bob", at.password("bob")));

        assertThat(watch.until("one")).contains(new Seen(List.of(OWN, OTHER)));
    }

    @Test
    void what_lists_writes_and_deletes_opens_nothing() {
        StoreWatch watch = at.store.watch(at.ground());
        at.bao.root("GET", "kv/metadata/app?list=true", "");
        at.bao.root("GET", "kv/metadata/" + OWN, "");
        at.bao.root("POST", "kv/data/" + OWN, "{\"data\":{\"value\":\"another\"}}");

        assertThat(watch.until("one")).contains(NOTHING);
    }

    @Test
    void what_is_asked_on_behalf_of_the_drill_opens_nothing() {
        StoreWatch watch = at.store.watch(at.ground());
        at.store.values(at.ground());
        at.store.withhold(at.ground(), OWN).giveBack();

        assertThat(watch.until("one")).contains(NOTHING);
    }

    @Test
    void what_a_machine_fetches_with_a_token_of_before_it_would_have_fetched_anyway() {
        String before = at.bao.token("bob", at.password("bob"));
        long issued = Instant.now().getEpochSecond();
        await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().getEpochSecond() > issued);
        StoreWatch watch = at.store.watch(at.ground());
        at.ask(OTHER, before, ELSEWHERE);
        assertThat(watch.until("one")).contains(NOTHING);

        at.ask(OTHER, before);
        assertThat(watch.until("at-the-desk")).contains(new Seen(List.of(OTHER)));

        at.ask(OTHER, at.bao.token("bob", at.password("bob")), ELSEWHERE);
        assertThat(watch.until("with-a-new-token")).contains(new Seen(List.of(OTHER)));
    }

    @Test
    void a_log_that_is_put_aside_is_read_to_its_end() throws IOException {
        StoreWatch watch = at.store.watch(at.ground());
        at.open(OWN);
        Files.move(at.bao.audit(), at.bao.audit().resolveSibling("audit.log.1"));
        at.bao.reopenLog();
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(at.bao.audit()));
        at.open(OTHER);

        assertThat(watch.until("one")).contains(new Seen(List.of(OWN, OTHER)));
    }

    @Test
    void a_log_that_is_gone_tells_nothing() throws IOException {
        StoreWatch watch = at.store.watch(at.ground());
        Files.delete(at.bao.audit());

        assertThat(watch.until("one")).isEmpty();
    }

    @Test
    void a_log_that_was_cut_tells_nothing() throws IOException {
        StoreWatch watch = at.store.watch(at.ground());
        Files.writeString(at.bao.audit(), "");

        assertThat(watch.until("one")).isEmpty();
    }

    @Test
    void a_log_that_the_vault_does_not_write_tells_nothing() throws IOException {
        Path another = Files.writeString(base.resolve("audit.log"), "");
        try (VaultAtADesk vault =
                new VaultAtADesk(Files.createDirectory(base.resolve("b")), Map.of("audit", another.toString()))) {
            StoreWatch watch = vault.store.watch(vault.ground());

            assertThat(watch.until("one")).isEmpty();
        }
    }

    @Test
    void a_vault_that_is_sealed_or_down_gives_nothing() {
        StoreWatch watch = at.store.watch(at.ground());
        at.seal();
        assertThat(watch.until("one")).contains(NOTHING);

        at.bao.stop();
        assertThat(watch.until("two")).contains(NOTHING);
    }

    @Test
    void where_no_machine_stands_nothing_is_given_and_what_one_gave_that_is_gone_nobody_knows() {
        StoreWatch watch = at.store.watch(at.ground());
        at.bao.stop();
        at.machine = Optional.empty();

        assertThat(watch.until("it-was-lost")).isEmpty();
        assertThat(watch.until("it-is-still-away")).contains(NOTHING);
    }

    @Test
    void all_that_a_new_machine_has_logged_is_new() {
        at.machine = Optional.empty();
        at.seal();
        StoreWatch watch = at.store.watch(at.ground());
        assertThat(watch.until("one")).contains(NOTHING);

        at.bao.unseal();
        at.machine = Optional.of(new ThisMachine(base));
        at.open(OWN);
        assertThat(watch.until("two").orElseThrow().opened()).contains(OWN);
    }
}
