package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.report.Reports;
import dev.blackstart.testing.FakeShell;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Program;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whenever the engine dies, nothing is said about the recovery: neither that it works nor that it does not. */
class ADeadEngineTest {
    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory)).quick();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "describe",
                "build",
                "commission: open",
                "commission: order responder",
                "commission: keep",
                "commission: close",
                "main: open",
                "main: restore db",
                "main: prove isolation",
                "main: lose db",
                "main: order db",
                "main: close",
                "main: look for remains"
            })
    void an_engine_that_dies_leaves_a_run_that_could_not_tell(String before) throws IOException {
        rehearsal.engine().diesBefore(before);

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).containsAnyOf("engine", "not-cleaned-up");
        assertThat(run.directory().resolve(Reports.JSON)).isRegularFile();
        assertThat(rehearsal.leases()).isNotEmpty();
    }

    @Test
    void one_that_dies_while_a_step_is_typed_does_not_make_the_step_fail() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "pull-the-plug");
        rehearsal.machines().shell().knows("pull-the-plug", this::pullThePlug);

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("engine");
        assertThat(run.events(Event.StepStarted.class)).hasSize(3);
        assertThat(run.events(Event.StepEnded.class)).hasSize(2);
    }

    private String pullThePlug(FakeShell.Typed typed) {
        rehearsal.engine().die();
        return String.valueOf(typed.replica().stands("db"));
    }

    @Test
    void one_that_dies_while_a_database_is_compared_does_not_make_it_differ() throws IOException {
        AtomicInteger dumps = new AtomicInteger();
        rehearsal.engine().everywhere((host, command) -> {
            if (Program.line(command).contains("pg_dump") && dumps.incrementAndGet() == 2) {
                rehearsal.engine().die();
                rehearsal.engine().facts();
            }
            return Optional.empty();
        });

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(dumps).hasValue(2);
        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("engine");
        assertThat(run.events(Event.DataDiffered.class)).isEmpty();
    }

    @Test
    void what_it_may_still_hold_is_not_said_to_be_gone() throws IOException {
        rehearsal.engine().diesBefore("main: close");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.events(Event.CleanedUp.class)).isEmpty();
        assertThat(run.judgement().cleanup()).isEmpty();
        assertThat(run.codes()).contains("not-cleaned-up");
    }

    @Test
    void one_that_does_not_say_its_name_is_called_so() throws IOException {
        rehearsal.engine().diesBefore("describe");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.events(Event.RunStarted.class))
                .singleElement()
                .satisfies(plan -> assertThat(plan.engine()).isEqualTo("an engine that did not answer"));
    }

    @Test
    void the_next_command_sweeps_what_it_holds_when_it_is_back() throws IOException {
        rehearsal.engine().diesBefore("main: close");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(rehearsal.leases())
                .containsExactly(run.directory().getFileName().toString());
        assertThat(run.heard()).anyMatch(line -> line.contains("`blackstart clean` sweeps what is left"));
    }
}
