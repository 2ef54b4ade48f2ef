package dev.blackstart.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.control.Proof;
import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.testing.Journals;
import dev.blackstart.testing.Plans;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class APassedDrillTest {
    private final Judgement judgement = Judge.judge(Journals.passed().entries());

    @Test
    void it_is_green_and_has_nothing_but_notes() {
        assertThat(judgement.findings())
                .extracting(finding -> finding.code().word())
                .containsExactly("secrets-unproven");
        assertThat(judgement.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(Judge.ofMain(Journals.passed().entries())).isEqualTo(Verdict.PASSED);
    }

    @Test
    void its_phases_go_on_until_everything_was_verified() {
        assertThat(judgement.phases().stream().map(Phase::duration).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(judgement.actuals().verified().orElseThrow());
        assertThat(judgement.phases())
                .extracting(Phase::name)
                .containsExactly(
                        "until recovery began",
                        "2. Order a new database server",
                        "3. Restore the newest backup",
                        "4. Let the website in again",
                        "5. Switch the backups on again",
                        "verification");
    }

    @Test
    void time_to_detect_is_when_the_first_probe_went_down() {
        assertThat(judgement.actuals().timeToDetect()).contains(Duration.ofMillis(38));
    }

    @Test
    void every_secret_that_it_opened_is_proven_needed_by_the_step_that_opened_it_first() {
        assertThat(judgement.secrets())
                .filteredOn(SecretResult::opened)
                .extracting(
                        SecretResult::name,
                        secret -> secret.neededBy().map(Place::fileAndLine).orElse(""),
                        SecretResult::proof)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "backup-passphrase", "environments/snowdrift/runbooks/restore-database.md:34", Proof.NEEDED))
                .hasSize(4);
        assertThat(judgement.secrets())
                .filteredOn(secret -> !secret.opened())
                .extracting(SecretResult::proof)
                .containsOnly(Proof.UNPROVEN);
    }

    @Test
    void a_quick_one_is_green_and_says_that_nothing_was_proved() {
        Judgement quick = Judge.judge(Journals.passed(Plans.Options.QUICK).entries());

        assertThat(quick.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(quick.findings())
                .extracting(finding -> finding.code().word())
                .contains("controls-left-out");
        assertThat(quick.secrets()).extracting(SecretResult::proof).containsOnly(Proof.UNPROVEN);
    }

    @Test
    void a_lock_out_that_holds_is_green() {
        Judgement lockedOut = Judge.judge(Journals.lockedOut().entries());

        assertThat(lockedOut.findings())
                .extracting(finding -> finding.code().word())
                .containsOnly("secrets-unproven");
        assertThat(lockedOut.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(lockedOut.actuals().recoveryTime()).isEmpty();
        assertThat(lockedOut.secrets().get(0).proof()).isEqualTo(Proof.NEEDED);
    }
}
