package dev.blackstart.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.environment.Engine;
import dev.blackstart.journal.Event.CheckOutcome;
import dev.blackstart.observe.Probe;
import dev.blackstart.observe.Sample;
import dev.blackstart.testing.FakeEngine;
import dev.blackstart.testing.FakeHost;
import dev.blackstart.testing.FakePostgres;
import dev.blackstart.testing.FakeReplica;
import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Outcomes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that could not be carried out is an error, never a pass and never a failure. */
class ChecksTest {
    private static final int SQL = 0;
    private static final int HTTP = 1;

    @TempDir
    private Path directory;

    private final FakeEngine engine =
            new FakeEngine(new FakeTicker(), (replica, host) -> host.runs(new FakePostgres()));
    private DrillDefinition drill;
    private FakeReplica replica;
    private Sample answer = Sample.up("200");

    @BeforeEach
    void open() throws IOException {
        drill = Kiosk.in(directory).drill(Path.of(Kiosk.LOST));
        replica = engine.open(drill.environment(), new Engine.Tag("lost-1", "main"), Set.of());
    }

    @Test
    void a_query_that_gives_what_was_stated_passes() {
        database(100);

        assertThat(carryOut(SQL)).isEqualTo(new Checks.Result(CheckOutcome.PASSED, "100"));
    }

    @Test
    void one_that_gives_something_else_fails() {
        database(99);

        assertThat(carryOut(SQL)).isEqualTo(new Checks.Result(CheckOutcome.FAILED, "expected 100, found 99"));
    }

    @Test
    void one_that_gives_nothing_compares_nothing() {
        database(100).answers("select count", Outcomes.ok("\n"));

        assertThat(carryOut(SQL).outcome()).isEqualTo(CheckOutcome.ERROR);
    }

    @Test
    void a_database_that_does_not_answer_tells_nothing() {
        FakePostgres.stop(database(100));

        assertThat(carryOut(SQL).outcome()).isEqualTo(CheckOutcome.ERROR);
        assertThat(carryOut(SQL).detail()).contains("connection to server on socket failed");
    }

    @Test
    void a_query_that_hangs_tells_nothing() {
        database(100).answers("select count", Outcomes.timedOut());

        assertThat(carryOut(SQL).outcome()).isEqualTo(CheckOutcome.ERROR);
    }

    @Test
    void a_host_that_is_away_tells_nothing() {
        assertThat(carryOut(SQL)).isEqualTo(new Checks.Result(CheckOutcome.ERROR, "there is no host db"));
    }

    @Test
    void a_service_that_answers_rightly_passes_wrongly_fails_and_not_at_all_tells_nothing() {
        assertThat(carryOut(HTTP).outcome()).isEqualTo(CheckOutcome.PASSED);

        answer = Sample.wrong("404 instead of 200");
        assertThat(carryOut(HTTP)).isEqualTo(new Checks.Result(CheckOutcome.FAILED, "404 instead of 200"));

        answer = Sample.silent("connection closed");
        assertThat(carryOut(HTTP)).isEqualTo(new Checks.Result(CheckOutcome.ERROR, "connection closed"));
    }

    private FakeHost database(int rows) {
        FakeHost db = replica.order("db");
        FakePostgres.create(db, "orders", rows);
        FakePostgres.start(db);
        return db;
    }

    private Checks.Result carryOut(int check) {
        return new Checks(new OnReplica(replica, (name, request) -> new Answering(name, answer), new SaidBefore()))
                .carryOut(drill.verification().get(check));
    }

    private record Answering(String name, Sample answer) implements Probe {
        @Override
        public CompletableFuture<Sample> ask(Duration deadline) {
            return CompletableFuture.completedFuture(answer);
        }
    }
}
