package dev.blackstart.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Held;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.state.Difference;
import dev.blackstart.state.Fingerprint;
import dev.blackstart.state.StateException;
import dev.blackstart.testing.FakeEngine;
import dev.blackstart.testing.FakeHost;
import dev.blackstart.testing.FakePostgres;
import dev.blackstart.testing.FakeReplica;
import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Outcomes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hosts hold, as a whole run looks at it. */
class StatesTest {
    private static final String MARK = "bs00000001";

    @TempDir
    private Path directory;

    private final FakeEngine engine =
            new FakeEngine(new FakeTicker(), (replica, host) -> host.runs(new FakePostgres()));
    private EnvironmentDefinition environment;
    private FakeReplica replica;

    @BeforeEach
    void open() throws IOException {
        environment = Kiosk.in(directory).drill(Path.of(Kiosk.LOST)).environment();
        replica = engine.open(environment, new Engine.Tag("lost-1", "main"), Set.of());
    }

    @Test
    void writes_of_the_workload_make_no_difference_and_others_do() {
        FakeHost db = database();
        Map<Held, Fingerprint> before = states().fingerprints();

        FakePostgres.insert(db, "orders", MARK + "-000001");
        assertThat(differencesFrom(before)).isEmpty();

        FakePostgres.insert(db, "orders", "somebody's");
        assertThat(differencesFrom(before)).containsExactly("had 10 rows, has 11");
    }

    private List<String> differencesFrom(Map<Held, Fingerprint> before) {
        Map<Held, Fingerprint> after = states().fingerprints();
        return before.entrySet().stream()
                .flatMap(
                        one -> one
                                .getKey()
                                .state()
                                .differences(one.getValue(), Objects.requireNonNull(after.get(one.getKey())))
                                .stream())
                .map(Difference::what)
                .toList();
    }

    @Test
    void a_host_that_is_away_cannot_be_read() {
        assertThatThrownBy(() -> states().fingerprints())
                .isInstanceOf(StateException.class)
                .hasMessage("there is no host db");
    }

    @Test
    void output_that_is_cut_is_not_compared() {
        database().answers("pg_dump", Outcomes.cut("CREATE TABLE orders"));

        assertThatThrownBy(() -> states().fingerprints()).isInstanceOf(StateException.class);
    }

    @Test
    void after_a_recovery_one_that_is_silent_hides_no_other() {
        database();
        Held shop = environment.held().get(0);
        Held away = new Held("elsewhere", shop.state());
        List<String> silent = new ArrayList<>();

        assertThat(states().remains(List.of(away, shop), e -> silent.add(String.valueOf(e.getMessage()))))
                .containsOnlyKeys(shop);
        assertThat(silent).containsExactly("there is no host elsewhere");
    }

    @Test
    void a_dead_engine_is_told_as_one() {
        database();
        engine.die();

        assertThatThrownBy(() -> states().fingerprints()).isInstanceOf(EngineException.class);
    }

    private FakeHost database() {
        FakeHost db = replica.order("db");
        FakePostgres.create(db, "orders", 10);
        FakePostgres.start(db);
        return db;
    }

    private States states() {
        return new States(environment, replica, MARK);
    }
}
