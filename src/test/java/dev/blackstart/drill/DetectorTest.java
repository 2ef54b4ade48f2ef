package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.DrillDefinition.Detection;
import dev.blackstart.definition.SpokenAlarm;
import dev.blackstart.environment.Engine;
import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.FakeEngine;
import dev.blackstart.testing.FakeReplica;
import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Outcomes;
import dev.blackstart.testing.Program;
import dev.blackstart.verification.OnReplica;
import dev.blackstart.verification.SaidBefore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorTest {
    private static final Detection AMCHECK = amcheck(Optional.empty());

    @TempDir
    private Path directory;

    private final FakeTicker ticker = new FakeTicker();
    private final FakeEngine engine = new FakeEngine(ticker, (replica, host) -> {});
    private FakeReplica replica;

    @BeforeEach
    void open() throws IOException {
        replica = engine.open(
                Kiosk.in(directory).drill(Path.of(Kiosk.DAMAGED)).environment(),
                new Engine.Tag("damaged-1", "main"),
                Set.of());
    }

    @Test
    void the_line_that_names_the_reason_is_the_evidence() {
        replica.order("db").answers("check-pages", Outcomes.failed(1, "checking\nERROR: invalid page 5\nsorry\n"));

        assertThat(ask())
                .returns(true, Event.Detected::noticed)
                .returns("ERROR: invalid page 5", Event.Detected::evidence);
    }

    @Test
    void it_is_asked_again_until_it_says_so() {
        AtomicInteger asked = new AtomicInteger();
        replica.order("db")
                .runs(Program.when(
                        "check-pages",
                        () -> Outcomes.ok(asked.incrementAndGet() < 4 ? "all is well" : "an invalid page")));

        assertThat(ask().noticed()).isTrue();
        assertThat(asked).hasValue(4);
    }

    @Test
    void one_that_runs_at_an_interval_runs_for_the_first_time_when_that_is_over() {
        List<Duration> asked = new ArrayList<>();
        replica.order("db").runs(Program.when("check-pages", () -> {
            asked.add(ticker.elapsed());
            return Outcomes.ok(asked.size() < 3 ? "all is well" : "an invalid page");
        }));
        Duration struckAt = ticker.elapsed();

        Event.Detected detected = detector().ask(amcheck(Optional.of(Duration.ofSeconds(10))), struckAt);

        assertThat(detected.noticed()).isTrue();
        assertThat(detected.every()).contains(Duration.ofSeconds(10));
        assertThat(asked).containsExactly(struckAt.plusSeconds(10), struckAt.plusSeconds(20), struckAt.plusSeconds(30));
    }

    @Test
    void its_time_counts_from_the_strike() {
        replica.order("db").answers("check-pages", Outcomes.ok("all is well"));
        Duration struckAt = ticker.elapsed();

        detector().ask(amcheck(Optional.of(Duration.ofSeconds(25))), struckAt);

        assertThat(ticker.elapsed()).isEqualTo(struckAt.plus(AMCHECK.within()));
    }

    @Test
    void another_failure_is_no_detection() {
        replica.order("db").answers("check-pages", Outcomes.failed(127, "check-pages: command not found"));

        assertThat(ask())
                .returns(false, Event.Detected::noticed)
                .returns("said: check-pages: command not found", Event.Detected::evidence);
        assertThat(ticker.elapsed()).isGreaterThanOrEqualTo(AMCHECK.within());
    }

    @Test
    void of_a_long_speech_the_end_is_told() {
        replica.order("db").answers("check-pages", Outcomes.ok("la ".repeat(500) + "the end"));

        assertThat(ask().evidence()).startsWith("said: …").endsWith("the end").hasSizeLessThan(320);
    }

    @Test
    void a_host_that_is_away_says_nothing() {
        assertThat(ask())
                .returns(false, Event.Detected::noticed)
                .returns("said: there is no host db", Event.Detected::evidence);
    }

    @Test
    void one_that_is_silent_before_the_damage_is_fit_to_be_asked() {
        replica.order("db").answers("check-pages", Outcomes.ok("all is well"));

        assertThat(questions()).allMatch(Event.Calibrated::right).hasSize(2);
    }

    @Test
    void one_that_names_the_damage_before_there_is_any_is_not() {
        replica.order("db").answers("check-pages", Outcomes.ok("no invalid page was found"));

        assertThat(questions())
                .filteredOn(said -> !said.right())
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said.detail()).endsWith("it said: no invalid page was found"));
    }

    @Test
    void one_that_takes_any_failure_for_the_damage_is_not() {
        replica.order("db")
                .answers("check-pages", Outcomes.ok("all is well"))
                .answers(
                        "PATH=/nowhere",
                        Outcomes.failed(127, "bash: line 1: check-pages: not an invalid page, not found"));

        assertThat(questions())
                .filteredOn(said -> !said.right())
                .singleElement()
                .satisfies(said -> assertThat(said.detail()).startsWith("without its tools, it said: bash: "));
    }

    private List<Event.Calibrated> questions() {
        return detector().questions(AMCHECK).stream()
                .map(Calibrating.Question::ask)
                .toList();
    }

    private Event.Detected ask() {
        return detector().ask(AMCHECK, ticker.elapsed());
    }

    private Detector detector() {
        return new Detector(
                ticker,
                new OnReplica(
                        replica,
                        (name, request) -> {
                            throw new AssertionError("nothing is asked over the network");
                        },
                        new SaidBefore()));
    }

    private static Detection amcheck(Optional<Duration> every) {
        return new Detection(
                "amcheck",
                new SpokenAlarm("db", "check-pages", "invalid page"),
                every,
                Duration.ofMinutes(1),
                Place.start(Path.of("drill.yaml")));
    }
}
