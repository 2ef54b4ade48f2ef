package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertFailed;
import static dev.blackstart.verdict.Rulings.assertInconclusive;
import static dev.blackstart.verdict.Rulings.judge;
import static dev.blackstart.verdict.Rulings.onlyFinding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.control.ControlCode;
import dev.blackstart.control.Proof;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.testing.Journals;
import dev.blackstart.testing.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheControlsTest {
    private static final String PASSWORD = Journals.without("database-password");

    @Test
    void a_control_fails_as_expected_at_the_step_that_needs_what_it_lacks() {
        List<ControlResult> controls = judge(Journals.passed()).controls();

        assertThat(controls).hasSize(10).allMatch(ControlResult::asExpected);
        assertThat(controls.get(5).ruled().explanation()).startsWith("step 5, ");
        assertThat(controls.get(5).ruled().where().fileAndLine())
                .isEqualTo("environments/snowdrift/runbooks/restore-database.md:61");
    }

    @Test
    void a_drill_that_passes_without_a_backup_proves_nothing() {
        Journals journal = passing(Journals.WITHOUT_BACKUP);

        assertInconclusive(journal, "control-passed").startsWith("this drill proves nothing");
        assertThat(judge(journal).controls().get(0).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_drill_that_passes_within_its_objectives_with_an_older_backup_cannot_tell_the_two_apart() {
        Journals journal = passing(Journals.OLDER_BACKUP);

        assertInconclusive(journal, "control-passed").startsWith("this drill cannot tell an older backup");
    }

    @Test
    void an_older_backup_that_loses_more_than_was_promised_is_told_apart() {
        Journals journal = passing(Journals.OLDER_BACKUP)
                .changing(
                        Journals.OLDER_BACKUP,
                        Event.WorkloadReadBack.class,
                        read -> new Event.WorkloadReadBack(0, 158, 0, Duration.ofSeconds(8), true));

        assertThat(judge(journal).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judge(journal).controls().get(1).ruled().explanation()).contains("158 of 158 acknowledged writes");
    }

    @Test
    void a_secret_that_nobody_missed_is_reported_where_it_is_documented() {
        Finding finding = onlyFinding(passing(PASSWORD), Verdict.INCONCLUSIVE, "control-passed");

        assertThat(finding.place().fileAndLine()).isEqualTo("environments/snowdrift/secrets.yaml:40");
        assertThat(finding.message()).contains("something else opens that door");
        assertThat(proof(passing(PASSWORD), "database-password")).isEqualTo(Proof.IN_VAIN);
    }

    @Test
    void a_secret_that_nobody_missed_may_be_tolerated_openly() {
        Journals journal = passing(
                Journals.passed(Plans.Options.USUAL.tolerating("database-password", "peer login is on")), PASSWORD);

        assertThat(judge(journal).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judge(journal).findings())
                .filteredOn(finding -> finding.code() == ControlCode.CONTROL_TOLERATED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("peer login is on"));
        assertThat(proof(journal, "database-password")).isEqualTo(Proof.IN_VAIN);
        assertThat(judge(journal).controls().get(5).tolerated()).contains("peer login is on");
    }

    @Test
    void a_tolerance_covers_its_own_secret_only() {
        Journals journal = passing(
                Journals.passed(Plans.Options.USUAL.tolerating("session-key", "it is new each time")), PASSWORD);

        assertInconclusive(journal, "control-passed");
    }

    @Test
    void a_control_that_failed_before_its_secret_was_needed_tells_nothing() {
        Journals journal =
                Journals.passed().endingStep(PASSWORD, 2, Event.StepOutcome.FAILED, "no disk", Optional.empty());

        assertInconclusive(journal, "control-failed-elsewhere").contains("no disk");
        assertThat(proof(journal, "database-password")).isEqualTo(Proof.UNPROVEN);
    }

    @Test
    void a_control_whose_time_ran_out_proves_nothing() {
        assertInconclusive(
                        Journals.passed()
                                .endingStep(
                                        PASSWORD, 5, Event.StepOutcome.TIMED_OUT, "its time ran out", Optional.empty()),
                        "control-failed-elsewhere")
                .contains("it ran out of time, which is no proof");
        assertInconclusive(
                Journals.passed()
                        .endingStep(
                                Journals.WITHOUT_BACKUP,
                                3,
                                Event.StepOutcome.TIMED_OUT,
                                "its time ran out",
                                Optional.empty()),
                "control-failed-elsewhere");
    }

    @Test
    void a_control_of_a_kind_that_nobody_knows_counts_for_nothing() {
        Journals journal = new Journals(Journals.passed().entries().stream()
                .map(entry -> entry.attempt().equals(PASSWORD) && entry.event() instanceof Event.AttemptStarted
                        ? new Entry(
                                entry.at(),
                                entry.wall(),
                                entry.attempt(),
                                new Event.AttemptStarted(
                                        Optional.of("of-tomorrow"), Optional.of("database-password"), Optional.empty()))
                        : entry)
                .toList());

        assertInconclusive(journal, "control-left-out").contains("without database-password");
    }

    @Test
    void a_control_may_fail_after_the_step_that_opened_its_secret() {
        Journals journal = passing(Journals.passed(), PASSWORD)
                .endingStep(PASSWORD, 6, Event.StepOutcome.FAILED, "no answer", Optional.empty());

        assertThat(judge(journal).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(proof(journal, "database-password")).isEqualTo(Proof.NEEDED);
    }

    @Test
    void a_control_may_fail_in_verification() {
        Journals journal =
                passing(PASSWORD).adding(PASSWORD, new Event.DataDiffered("db", "snowdrift", "t", "is gone"));

        assertThat(judge(journal).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(proof(journal, "database-password")).isEqualTo(Proof.NEEDED);
    }

    @Test
    void a_control_that_could_not_be_told_makes_the_drill_inconclusive_with_the_reason() {
        Event untold =
                new Event.Untold(UntoldCode.ENGINE, "the engine went away", Place.start(Path.of("d.yaml")), "start it");

        assertInconclusive(Journals.passed().adding(PASSWORD, untold), "engine")
                .isEqualTo("control \"without database-password\": the engine went away");
    }

    @Test
    void a_control_with_a_step_that_was_cut_is_not_taken_for_a_failure() {
        assertInconclusive(
                Journals.passed().endingStep(PASSWORD, 5, Event.StepOutcome.CUT, "", Optional.empty()), "step-cut");
    }

    @Test
    void a_control_whose_environment_never_worked_tells_nothing() {
        assertInconclusive(
                Journals.passed().leavingOut(Journals.WITHOUT_BACKUP, Event.SteadyStateHeld.class), "baseline-not-met");
        assertInconclusive(Journals.passed().leavingOut(PASSWORD, Event.Struck.class), "never-struck");
    }

    @Test
    void a_control_that_stopped_in_the_middle_without_a_failure_tells_nothing() {
        assertInconclusive(passing(PASSWORD).leavingOut(PASSWORD, Event.Verified.class), "unverified");
    }

    @Test
    void a_control_that_was_owed_and_not_run_makes_a_drill_inconclusive() {
        assertInconclusive(Journals.passed().leavingOutAttempt(Journals.WITHOUT_BACKUP), "control-left-out")
                .contains("without a backup");
        assertThat(onlyFinding(Journals.passed().leavingOutAttempt(PASSWORD), Verdict.INCONCLUSIVE, "control-left-out")
                        .place()
                        .fileAndLine())
                .isEqualTo("environments/snowdrift/secrets.yaml:40");
    }

    @Test
    void a_drill_that_loses_nothing_but_people_owes_no_control_without_a_backup() {
        Plans.Options people = new Plans.Options(
                false,
                Event.Expectation.RECOVERED,
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                false,
                false,
                List.of());

        assertThat(judge(Journals.passed(people).leavingOutAttempt(Journals.WITHOUT_BACKUP))
                        .verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_secret_that_commissioning_opened_is_not_one_that_recovery_opened() {
        Journals journal = Journals.passed();
        List<Entry> entries = new ArrayList<>(journal.entries());
        Entry first = entries.get(0);
        entries.add(1, new Entry(first.at(), first.wall(), "commission", new Event.SecretOpened("session-key", 2)));

        assertThat(Judge.judge(entries)).isEqualTo(judge(journal));
    }

    @Test
    void a_drill_that_failed_owes_no_controls_and_says_so() {
        Journals journal = new Journals(Journals.passed().entries().stream()
                        .filter(entry -> entry.attempt().equals(Entry.MAIN))
                        .toList())
                .endingStep(2, Event.StepOutcome.FAILED, "no");

        assertFailed(journal, "step-failed");
        assertThat(judge(journal).findings())
                .extracting(finding -> finding.code().word())
                .contains("controls-skipped");
    }

    static Journals passing(String control) {
        return passing(Journals.passed(), control);
    }

    /** Let a control go through, by what the drill itself did. */
    static Journals passing(Journals journal, String control) {
        return doing(journal, control, Entry.MAIN);
    }

    /** Let a control do what another attempt did. */
    static Journals doing(Journals journal, String control, String other) {
        List<Entry> begin = journal.entries().stream()
                .filter(entry -> entry.attempt().equals(control))
                .filter(entry -> entry.event() instanceof Event.AttemptStarted)
                .toList();
        List<Entry> body = journal.entries().stream()
                .filter(entry -> entry.attempt().equals(other))
                .filter(entry -> !(entry.event() instanceof Event.AttemptStarted
                        || entry.event() instanceof Event.RunStarted
                        || entry.event() instanceof Event.RunEnded))
                .map(entry -> new Entry(entry.at(), entry.wall(), control, entry.event()))
                .toList();
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : journal.entries()) {
            if (!entry.attempt().equals(control)) {
                entries.add(entry);
            } else if (begin.contains(entry)) {
                entries.add(entry);
                entries.addAll(body);
            }
        }
        return new Journals(entries);
    }

    private static Proof proof(Journals journal, String secret) {
        return judge(journal).secrets().stream()
                .filter(result -> result.name().equals(secret))
                .findFirst()
                .orElseThrow()
                .proof();
    }
}
