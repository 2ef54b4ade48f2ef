package dev.blackstart.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.environment.Endpoint;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.machine.Command;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests rely on when they rely on fakes. */
class FakesTest {
    private static final Command DATE = Command.as("root", "date");

    private final FakeTicker ticker = new FakeTicker();
    private final FakeEngine engine =
            new FakeEngine(ticker, (replica, host) -> host.answers("date", Outcomes.ok("today")));

    @TempDir
    private Path directory;

    @Test
    void a_command_that_nobody_taught_a_host_fails_the_test_and_is_remembered() {
        FakeHost host = new FakeHost("db");

        assertThatThrownBy(() -> host.run(DATE)).isInstanceOf(AssertionError.class);
        assertThat(host.surprises()).containsExactly("nobody taught db this: root: date");
    }

    @Test
    void what_was_taught_last_is_asked_first() {
        FakeHost host = new FakeHost("db").answers("date", Outcomes.ok("today")).answers("date", Outcomes.cut("to"));

        assertThat(host.run(DATE)).isEqualTo(Outcomes.cut("to"));
        assertThat(host.lines()).containsExactly("root: date");
    }

    @Test
    void what_is_streamed_is_handed_over_and_not_kept() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(new FakeHost("db")
                        .answers("date", Outcomes.ok("today")).stream(DATE, out).out())
                .isEmpty();
        assertThat(out).hasToString("today");
    }

    @Test
    void a_watch_tells_of_files_in_the_order_in_which_they_are_made_and_opened() {
        FakeHost host = new FakeHost("responder");
        List<String> told = new ArrayList<>();
        try (var watch = host.watch(Command.as("root", "bash", "-c", "…", "watch.sh", "/store"), told::add)) {
            host.put("/store/a.gpg", "");
            host.put("/elsewhere", "");
            var opened = host.open("/store/a.gpg");
            assertThat(opened).isPresent();
            assertThat(watch.alive()).isTrue();
        }
        host.put("/store/b.gpg", "");

        assertThat(told).endsWith("CREATE /store/a.gpg", "OPEN /store/a.gpg");
    }

    @Test
    void a_lost_machine_does_nothing_any_more_and_another_takes_its_place() throws IOException {
        FakeReplica replica = open();
        FakeHost old = replica.order("db");

        replica.lose("db");

        assertThat(replica.stands("db")).isFalse();
        assertThatThrownBy(() -> old.run(DATE)).isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> replica.host("db")).isInstanceOf(IllegalStateException.class);
        assertThat(replica.order("db").run(DATE).out()).isEqualTo("today");
    }

    @Test
    void a_dead_engine_throws_whatever_it_is_asked() throws IOException {
        FakeReplica replica = open();
        engine.die();

        assertThatThrownBy(() -> replica.stands("db")).isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> replica.order("db")).isInstanceOf(EngineException.class);
        assertThatThrownBy(replica::remains).isInstanceOf(EngineException.class);
        assertThatThrownBy(replica::close).isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> engine.abandon("lost-1")).isInstanceOf(EngineException.class);
    }

    @Test
    void an_endpoint_that_was_not_asked_for_has_no_door() throws IOException {
        FakeReplica replica = open();

        assertThatThrownBy(() -> replica.address("db", 22)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void skipped_time_has_passed_and_time_never_goes_back() throws InterruptedException {
        SkippingTicker skipping = new SkippingTicker();
        Duration before = skipping.elapsed();

        skipping.pause(Duration.ofHours(1));

        assertThat(skipping.elapsed().minus(before)).isGreaterThanOrEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> skipping.skip(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private FakeReplica open() throws IOException {
        return engine.open(
                Kiosk.in(directory).drill(Path.of(Kiosk.LOST)).environment(),
                new Engine.Tag("lost-1", "main"),
                Set.<Endpoint>of());
    }
}
