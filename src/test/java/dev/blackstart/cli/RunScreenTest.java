package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.EngineException;
import dev.blackstart.testing.Journals;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RunScreenTest {
    private final StringWriter out = new StringWriter();
    private final RunScreen screen = new RunScreen(new PrintWriter(out), new PrintWriter(out), Ticker.system());

    @Test
    void a_run_without_a_report_says_why_and_what_to_do() {
        screen.failed("A drill, everybody is there", new IllegalStateException("nobody thought of this"));

        assertThat(out.toString().lines())
                .containsExactly(
                        "no report of A drill, everybody is there: java.lang.IllegalStateException: nobody thought of this",
                        "  HINT: this should not have happened; please report it with the command that you gave.");
    }

    @Test
    void a_journal_that_cannot_be_written_is_said_as_it_is() {
        screen.failed("A drill", new IOException("the journal cannot be written: File too large"));

        assertThat(out.toString().lines())
                .containsExactly("no report of A drill: the journal cannot be written: File too large");
    }

    @Test
    void an_engine_that_is_away_comes_with_its_hint() {
        screen.failed("A drill", new EngineException("the engine is gone", "start it"));

        assertThat(out.toString().lines())
                .containsExactly("no report of A drill: the engine is gone", "  HINT: start it");
    }

    @Test
    void what_is_said_after_a_run_is_shown_too() {
        Journals.passed().entries().forEach(screen::entry);
        screen.progress("`blackstart clean` sweeps what is left");

        assertThat(out.toString()).contains("sweeps what is left");
    }
}
