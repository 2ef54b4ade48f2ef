package dev.blackstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.testing.Journals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report says what was seen, and of what nobody saw, that nobody did. */
class WhatIsKnownIsSaidTest {
    @TempDir
    private Path directory;

    @Test
    void only_a_recovery_that_failed_was_none() throws Exception {
        assertThat(recoveryTime(Journals.passed().adding(differed())).note()).contains(", but that was no recovery");
        assertThat(recoveryTime(Sample.INCONCLUSIVE.journals()).note())
                .endsWith("; whether that was a recovery could not be told");
        assertThat(recoveryTime(Sample.FAILED.journals()).note()).isEqualTo("it never came to that");
        assertThat(recoveryTime(Sample.KILLED.journals()).note())
                .isEqualTo("whether it would have come to that could not be told");
    }

    @Test
    void a_write_that_was_refused_was_answered_and_the_answer_is_shown() throws Exception {
        assertThat(html(Journals.passed()))
                .contains("<dt>Not acknowledged</dt><dd>2 (most: refused: 503)</dd>")
                .doesNotContain("Unanswered");
        assertThat(json(Journals.passed())).contains("\"refusal\" : \"refused: 503\"");
    }

    @Test
    void writes_that_nobody_read_back_are_neither_found_nor_lost() throws Exception {
        Journals journals = Sample.FAILED.journals();

        assertThat(json(journals))
                .contains("\"found\" : null", "\"lost\" : null", "\"untold\" : null", "\"readBack\" : false");
        assertThat(html(journals)).contains("<dt>Lost of those</dt><dd>never read back</dd>");
        assertThat(json(Journals.passed())).contains("\"found\" : 150", "\"lost\" : 8", "\"untold\" : 0");
    }

    @Test
    void how_many_rows_name_a_file_is_said_of_the_state_whose_rows_do() throws Exception {
        Journals referring = Journals.passed()
                .adding(new Event.Referred("db", "snowdrift", 300))
                .adding(new Event.Referred("db", "another", 7));

        assertThat(html(referring)).contains("300 references</dd>").doesNotContain("7 references");
        assertThat(json(referring)).contains("\"references\" : 300");
    }

    @Test
    void a_secret_that_was_opened_and_not_proven_says_so_everywhere() throws Exception {
        Journals quick = Sample.QUICK.journals();

        assertThat(html(quick)).contains("opened, unproven");
        assertThat(new MarkdownReport().render(report(quick)))
                .contains("opened, unproven: `primary-account`, `backup-passphrase`");
        assertThat(Tally.of(List.of(report(quick), report(quick))).markdown())
                .contains("opened, unproven: ", "backup-passphrase", "primary-account");
    }

    @Test
    void a_run_has_one_duration_and_it_begins_with_the_run() throws Exception {
        Journals later = new Journals(Sample.KILLED.journals().entries().stream()
                .map(entry -> new Entry(entry.at().plusSeconds(7), entry.wall(), entry.attempt(), entry.event()))
                .toList());

        Report report = report(later);

        assertThat(report.why())
                .contains(
                        "was killed after " + new Page(report).text(report.run().duration()));
        assertThat(report.run().duration())
                .isEqualTo(report(Sample.KILLED.journals()).run().duration());
    }

    @Test
    void the_time_that_was_spent_is_that_of_the_drill_itself() throws Exception {
        assertThat(html(Journals.passed())).contains(" on the drill itself, without its controls: commands");
    }

    @Test
    void a_host_keeps_the_name_that_it_has() throws Exception {
        Journals journals = Journals.passed()
                .changing(Event.Struck.class, struck -> struck)
                .adding(new Event.Damaged("db: network cut"));

        assertThat(html(journals)).contains("<td>db: network cut</td>").doesNotContain("Db: network");
        assertThat(html(journals)).doesNotContain("Stripe is");
    }

    @Test
    void a_probe_of_ours_is_nobodys_monitoring() throws Exception {
        assertThat(html(Journals.passed()))
                .contains("Blackstart's own probe saw it ", "; your own monitoring was not drilled.");
        assertThat(html(Sample.CORRUPTED.journals())).contains(" named the damage; the first answer came ");
    }

    @Test
    void notes_are_no_nothing_and_a_quick_run_has_its_reservation_in_its_verdict() throws Exception {
        Journals quick = Sample.QUICK.journals();

        assertThat(html(quick))
                .doesNotContain("Nothing to act on.")
                .contains("Nothing stands against this verdict; good to know:")
                .contains("<strong id=\"verdict\">Passed, controls left out</strong>");
        assertThat(new MarkdownReport().render(report(quick))).startsWith("## ✅ Passed, controls left out: ");
        assertThat(Summary.render(report(quick), directory, picocli.CommandLine.Help.Ansi.OFF))
                .startsWith("PASSED, controls left out  ");
        assertThat(Tally.of(List.of(report(quick), report(quick))).markdown())
                .contains("| passed, controls left out |");
    }

    @Test
    void what_a_failed_step_and_its_host_said_stands_with_the_finding() throws Exception {
        Journals failed = said("line 1\nline 2\nline 3\nline 4\nline 5\nline 6\nline 7\nline 8\n```\nnothing & <no>")
                .adding(new Event.HostSaid(3, "db", "older\nkioskd: port 8080 is taken"));

        String finding = html(failed).split("id=\"findings\"", 2)[1].split("</section>", 2)[0];
        assertThat(finding)
                .contains("line 3\nline 4", "nothing &amp; &lt;no&gt;", "kioskd: port 8080 is taken")
                .doesNotContain("line 2\n");
        assertThat(new MarkdownReport().render(report(failed)))
                .contains("  <details><summary>The end of its output</summary>")
                .contains("  ````text\n  line 3\n")
                .contains("  ```\n  nothing & <no>\n  ````\n\n  </details>")
                .contains("  kioskd: port 8080 is taken\n");
        assertThat(new JunitReport().render(report(failed)))
                .contains("the end of its output:\n    line 3\n")
                .contains("the end of the host's journal:\n    older\n    kioskd: port 8080 is taken");
        assertThat(json(failed)).contains("\"hostJournal\" : \"older\\nkioskd: port 8080 is taken\"");
    }

    private static Journals said(String excerpt) {
        return Journals.passed()
                .keeping(entry -> entry.attempt().equals(Entry.MAIN))
                .endingStep(3, StepOutcome.FAILED, "exit code 2")
                .changing(
                        Event.StepEnded.class,
                        ended -> ended.number() == 3
                                ? new Event.StepEnded(
                                        3,
                                        ended.heading(),
                                        ended.place(),
                                        ended.outcome(),
                                        2,
                                        ended.reason(),
                                        excerpt,
                                        ended.opened(),
                                        ended.refused())
                                : ended);
    }

    private static Event differed() {
        return new Event.DataDiffered("db", "snowdrift", "table public.history", "holds 0 rows, 12000 before");
    }

    private ObjectiveBar recoveryTime(Journals journals) throws Exception {
        return ObjectiveBar.of(report(journals)).get(0);
    }

    private String html(Journals journals) throws Exception {
        Path run = RunDirectory.of(directory, "run" + System.nanoTime(), journals);
        Reports.write(run);
        return Files.readString(run.resolve(Reports.HTML));
    }

    private String json(Journals journals) throws Exception {
        return new JsonReport().render(report(journals));
    }

    private Report report(Journals journals) throws Exception {
        return Reports.read(RunDirectory.of(directory, "run" + System.nanoTime(), journals));
    }
}
