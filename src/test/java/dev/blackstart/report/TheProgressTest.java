package dev.blackstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Terminal;
import dev.blackstart.testing.Journals;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Help.Ansi;

class TheProgressTest {
    private static final Terminal PIPE = new Terminal(false, 100, Ansi.OFF);
    private static final Terminal SCREEN = new Terminal(true, 80, Ansi.ON);
    private static final String WIPE = "\r\u001b[K";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintWriter out = new PrintWriter(written, true, StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource
    void piped_it_writes_plain_lines_that_fit(Sample sample) {
        tell(PIPE, sample.journals());

        assertThat(text()).doesNotContain("\u001b", "\r");
        assertThat(text().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void piped_it_says_when_each_step_ended_and_how_long_it_took() {
        tell(PIPE, Journals.passed());

        assertThat(text())
                .containsSubsequence(
                        "      0 ms  lost-database-server: The database server is gone",
                        "    12.2 s  the disaster begins",
                        "    13.4 s  restore-database.md:18 2. Order a new database server, 890 ms",
                        "verified: 156 comparisons",
                        "control, without a backup: stopped at restore-database.md:34");
    }

    @Test
    void where_nobody_recovers_it_says_what_was_damaged_and_who_saw_it_and_of_no_control() {
        tell(
                PIPE,
                new Journals(List.of(
                                new Event.AttemptStarted(Optional.empty(), Optional.empty(), Optional.empty()),
                                new Event.Damaged("db: a page was flipped"),
                                new Event.AttemptEnded())
                        .stream()
                        .map(event -> new Entry(Duration.ZERO, Instant.EPOCH, "flipped-page", event))
                        .toList()));

        assertThat(text())
                .contains("flipped-page: db: a page was flipped")
                .doesNotContain("control", "end of the page");
    }

    @Test
    void a_step_that_failed_says_why() {
        tell(PIPE, Sample.FAILED.journals());

        assertThat(text()).contains("failed: restore-database.md:34 3. Restore the newest backup, 3 s: exit code 2");
    }

    @Test
    void what_a_step_says_cannot_move_the_cursor() {
        Journals hostile = Journals.passed()
                .endingStep(3, Event.StepOutcome.FAILED, "exit code 2: \u001b[2J\u009b1A\rno\nsuch archive");
        tell(PIPE, hostile);
        assertThat(text()).contains("3 s: exit code 2: [2J 1A");

        tell(new Terminal(true, 100, Ansi.OFF), hostile);
        assertThat(text().replace(WIPE, "")).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
    }

    @Test
    void on_a_terminal_the_moving_line_says_what_runs_and_how_much_of_the_objective_is_used() {
        List<Entry> entries = Journals.passed().before(Event.StepEnded.class).entries();
        Progress progress = new Progress(out, SCREEN, () -> Duration.ofSeconds(75));
        entries.forEach(progress);

        assertThat(text()).endsWith("[##--------] 21 % of 5 min  restore-database.md:18 2. Order a new\u2026");
        progress.close();
        assertThat(text()).endsWith(WIPE);
    }

    @Test
    void on_a_terminal_what_is_over_scrolls_above_the_moving_line() {
        tell(SCREEN, Sample.FAILED.journals());

        assertThat(text()).contains(WIPE + "\u001b[31m").contains("\u001b[0m" + System.lineSeparator() + WIPE);
    }

    @Test
    void controls_side_by_side_are_not_taken_for_each_other() {
        List<Entry> entries = new ArrayList<>(Journals.passed().entries());
        List<Entry> late = entries.stream()
                .filter(entry -> entry.attempt().equals(Journals.WITHOUT_BACKUP))
                .filter(entry -> entry.event() instanceof Event.AttemptEnded)
                .toList();
        entries.removeAll(late);
        entries.addAll(entries.size() - 2, late);
        tell(PIPE, new Journals(entries));

        assertThat(text()).contains("control, without a backup: stopped at restore-database.md:34");
    }

    @Test
    void a_second_run_begins_at_zero_again() {
        Journals journals = Journals.passed();
        List<Entry> later = journals.entries().stream()
                .map(entry -> new Entry(entry.at().plusSeconds(90), entry.wall(), entry.attempt(), entry.event()))
                .toList();
        tell(PIPE, new Journals(later));

        assertThat(text()).startsWith("      0 ms  lost-database-server").contains("    12.2 s  the disaster begins");
    }

    @Test
    void what_the_engine_does_is_told_too() {
        try (Progress progress = new Progress(out, PIPE, () -> Duration.ofSeconds(3))) {
            progress.say("building the image of db");
        }

        assertThat(text()).isEqualTo("       3 s  building the image of db" + System.lineSeparator());
    }

    @Test
    void once_closed_it_is_silent_however_often_it_is_closed() {
        Progress progress = new Progress(out, SCREEN, () -> Duration.ZERO);
        progress.close();
        String before = text();
        progress.close();
        Journals.passed().entries().forEach(progress);

        assertThat(text()).isEqualTo(before);
    }

    @Test
    void colours_and_width_follow_the_environment() {
        assertThat(Terminal.detect(Map.of("COLUMNS", "132"), true)).isEqualTo(new Terminal(true, 100, Ansi.ON));
        assertThat(Terminal.detect(Map.of("COLUMNS", "20"), true).columns()).isEqualTo(40);
        assertThat(Terminal.detect(Map.of("COLUMNS", "wide"), true).columns()).isEqualTo(80);
        assertThat(Terminal.detect(Map.of("NO_COLOR", "1"), true)).isEqualTo(new Terminal(true, 80, Ansi.OFF));
        assertThat(Terminal.detect(Map.of("TERM", "dumb"), true)).isEqualTo(new Terminal(false, 80, Ansi.OFF));
        assertThat(Terminal.detect(Map.of(), false)).isEqualTo(new Terminal(false, 80, Ansi.OFF));
    }

    private void tell(Terminal terminal, Journals journals) {
        try (Progress progress = new Progress(out, terminal, () -> Duration.ofSeconds(3))) {
            journals.entries().forEach(progress);
        }
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
