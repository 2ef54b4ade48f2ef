package dev.blackstart.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.secret.Secret;
import dev.blackstart.testing.FakeEngine;
import dev.blackstart.testing.FakeReplica;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.KioskMachines;
import dev.blackstart.testing.Outcomes;
import dev.blackstart.testing.Program;
import dev.blackstart.testing.SkippingTicker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts as they are sold, and what somebody else's services know. */
class ProviderTest {
    private static final String KEYS = "ssh-ed25519 AAAA alice\n";

    @TempDir
    private Path directory;

    private final SkippingTicker ticker = new SkippingTicker();
    private final FakeEngine engine = new FakeEngine(ticker, new KioskMachines(ticker));
    private EnvironmentDefinition environment;
    private FakeReplica replica;

    @BeforeEach
    void open() throws IOException {
        environment = Kiosk.in(directory).drill(Path.of(Kiosk.LOST)).environment();
        replica = engine.open(environment, new Engine.Tag("lost-1", "main"), Set.of());
    }

    @Test
    void what_is_ordered_stands_and_lets_the_people_in_who_are_there() {
        provider().provision(List.of("db", "offsite"));

        assertThat(replica.host("db").text("/root/.ssh/authorized_keys")).contains(KEYS);
        assertThat(replica.host("offsite").text("/root/.ssh/authorized_keys")).contains(KEYS);
    }

    @Test
    void a_blank_host_that_takes_no_key_is_not_the_recovery_s_failure() {
        engine.everywhere(
                Program.when("offsite", "authorized_keys", () -> Outcomes.failed(1, "Read-only file system")));

        assertThatThrownBy(() -> provider().provision(List.of("db", "offsite")))
                .isNotInstanceOf(RecoveryException.class)
                .hasMessageContaining("Read-only file system");
    }

    @Test
    void an_engine_that_dies_while_a_host_is_made_is_told_as_one() {
        engine.diesBefore("order db");

        assertThatThrownBy(() -> provider().provision(List.of("db"))).isInstanceOf(EngineException.class);
    }

    @Test
    void a_host_of_no_site_is_nobody_s_to_sell() {
        assertThatThrownBy(() -> provider().provision(List.of("bank"))).hasMessage("bank stands at no site");
    }

    @Test
    void a_console_is_shown_of_what_stands() {
        assertThatThrownBy(() -> provider().showConsole("db")).isInstanceOf(RecoveryException.class);

        replica.order("db");
        provider().showConsole("db");
    }

    @Test
    void nobody_makes_people_or_secrets_during_a_recovery() {
        assertThatThrownBy(() -> provider().makePeople()).isInstanceOf(RecoveryException.class);
        assertThatThrownBy(() -> provider().makeSecrets(List.of())).isInstanceOf(RecoveryException.class);
    }

    @Test
    void a_third_party_is_told_its_secrets_where_only_root_reads_them() {
        replica.order("bank");

        new ThirdParties(replica, environment).learn(Map.of("bank-token", Secret.of("bank-token", "f00dfeed00")));

        assertThat(replica.host("bank").text("/run/secrets/bank-token")).contains("f00dfeed00");
        assertThat(replica.host("bank").owner("/run/secrets/bank-token")).contains("root 0400");
    }

    @Test
    void one_whose_secret_is_missing_is_named() {
        replica.order("bank");

        assertThatThrownBy(() -> new ThirdParties(replica, environment).learn(Map.of()))
                .hasMessageContaining("bank needs bank-token");
    }

    @Test
    void while_one_store_is_still_to_be_made_its_secrets_are_missed_by_nobody() {
        replica.order("bank");

        new ThirdParties(replica, environment).learnSoFar(Map.of());
        assertThat(replica.host("bank").text("/run/secrets/bank-token")).isEmpty();

        new ThirdParties(replica, environment).learnSoFar(Map.of("bank-token", Secret.of("bank-token", "f00dfeed00")));
        assertThat(replica.host("bank").text("/run/secrets/bank-token")).contains("f00dfeed00");
    }

    private Provider provider() {
        return new Provider(replica, environment, Door.open(), () -> KEYS);
    }
}
