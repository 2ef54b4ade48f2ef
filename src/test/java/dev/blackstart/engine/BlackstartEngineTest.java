package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.control.Control;
import dev.blackstart.control.Ruled;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.finding.Place;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.report.Reports;
import dev.blackstart.run.FinishedRun;
import dev.blackstart.testing.Journals;
import dev.blackstart.verdict.ControlResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

@Timeout(60)
class BlackstartEngineTest {
    private static final Path DRILL = Path.of("drills/lost-database-server.drill.yaml");
    private static final Path COALITIONS = Path.of("drills/lost-admin.drill.yaml");

    @TempDir
    Path directory;

    private final List<String> ran = new ArrayList<>();

    @Test
    void whatever_a_run_throws_is_its_result_and_the_others_go_on() {
        EngineExecutionResults results = execute(drills(COALITIONS), (drill, team, controls) -> {
            ran.add(String.join(",", team.lost()));
            if (ran.size() == 1) {
                throw new IllegalStateException("nobody thought of this");
            }
            return finished(Journals.passed());
        });

        assertThat(ran).hasSize(3);
        results.testEvents()
                .failed()
                .assertEventsMatchExactly(event(
                        test(),
                        finishedWithFailure(
                                instanceOf(IllegalStateException.class), message("nobody thought of this"))));
        assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
        assertThat(results.allEvents().failed().count()).isEqualTo(1);
    }

    @Test
    void a_run_that_is_not_green_fails_with_what_was_found() {
        Journals failed = Journals.passed().endingStep(2, Event.StepOutcome.FAILED, "exit code 1");

        EngineExecutionResults results = execute(drills(DRILL), (drill, team, controls) -> finished(failed));

        results.testEvents()
                .failed()
                .assertEventsMatchExactly(event(
                        test(),
                        finishedWithFailure(
                                instanceOf(DrillFailedError.class),
                                message(text -> text.contains("exit code 1") && text.contains("  HINT: ")))));
    }

    @Test
    void each_control_is_a_test_below_its_run_with_a_place_of_its_own() {
        Place place = new Place(Path.of("environments/snowdrift/secrets.yaml"), 28, 3);

        EngineExecutionResults results = execute(drills(DRILL), (drill, team, controls) -> {
            SideBySide.run(Stream.of("one", "two", "three")
                    .map(name -> (Runnable) () -> controls.carryOut(
                            name,
                            place,
                            () -> Optional.of(result(name, name.equals("two") ? Verdict.PASSED : Verdict.FAILED))))
                    .toList());
            return finished(Journals.passed());
        });

        assertThat(results.testEvents().dynamicallyRegistered().count()).isEqualTo(3);
        results.testEvents()
                .failed()
                .assertEventsMatchExactly(event(
                        test(),
                        displayName("two"),
                        finishedWithFailure(instanceOf(InconclusiveException.class), message("because"))));
        assertThat(results.testEvents().dynamicallyRegistered().list())
                .allSatisfy(
                        registered -> assertThat(registered.getTestDescriptor().getSource())
                                .contains(FileSource.from(place.file().toFile(), FilePosition.from(28, 3))));
        assertThat(results.testEvents().succeeded().count()).isEqualTo(3);
    }

    @Test
    void what_breaks_a_control_breaks_its_run_and_no_other() {
        EngineExecutionResults results = execute(drills(DRILL, COALITIONS), (drill, team, controls) -> {
            if (ran.isEmpty()) {
                ran.add(drill.name());
                controls.carryOut("one", drill.place(), () -> {
                    throw new IllegalStateException("the disk is full");
                });
            }
            return finished(Journals.passed());
        });

        assertThat(results.testEvents().failed().count()).isEqualTo(2);
        assertThat(results.testEvents().succeeded().count()).isEqualTo(3);
    }

    @Test
    void a_broken_definition_is_a_test_that_fails_and_needs_no_engine() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.drill.yaml"), "title: [\n");
        boolean[] ended = new boolean[1];

        EngineExecutionResults results = execute(drills(broken), new Runs() {
            @Override
            public FinishedRun run(
                    dev.blackstart.definition.DrillDefinition drill,
                    dev.blackstart.definition.Team team,
                    dev.blackstart.drill.Controls controls) {
                throw new AssertionError("an engine was asked for");
            }

            @Override
            public void ended() {
                ended[0] = true;
            }
        });

        results.allEvents()
                .failed()
                .assertEventsMatchExactly(event(
                        test(),
                        finishedWithFailure(
                                instanceOf(InconclusiveException.class),
                                message(text -> text.startsWith(broken + ":2:1: ")))));
        results.containerEvents().assertThatEvents().haveExactly(1, event(container(), finishedSuccessfully()));
        assertThat(ended[0]).isTrue();
    }

    private static ControlResult result(String name, Verdict verdict) {
        return new ControlResult(
                Control.of(new AttemptHistory(
                                name,
                                List.of(new Entry(
                                        Duration.ZERO,
                                        Instant.EPOCH,
                                        name,
                                        new Event.AttemptStarted(
                                                Optional.of("secret-withheld"), Optional.of(name), Optional.empty())))))
                        .orElseThrow(),
                new Ruled(verdict, "because", Place.start(Path.of("secrets.yaml")), Optional.empty(), List.of()));
    }

    private static Definitions drills(Path... paths) {
        return DefinitionReader.read(List.of(paths));
    }

    private static EngineExecutionResults execute(Definitions definitions, Runs runs) {
        return EngineTestKit.execute(
                new BlackstartEngine(definitions, runs),
                org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request()
                        .build());
    }

    private FinishedRun finished(Journals journals) {
        try {
            Path run = Files.createTempDirectory(directory, "run");
            try (Journal journal = Journal.open(run, entry -> {})) {
                journals.entries().forEach(journal::append);
            }
            return new FinishedRun(Reports.read(run), run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
