package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertFailed;
import static dev.blackstart.verdict.Rulings.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import dev.blackstart.testing.Journals;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What does not survive its first restart was recovered, and is the next outage. */
class TheFirstRestartTest {
    private static final Journals FAILED = Journals.passed()
            .changing(
                    Event.HostRestarted.class,
                    restarted -> new Event.HostRestarted(
                            restarted.host(),
                            false,
                            restarted.took(),
                            restarted.within(),
                            "\"the website is well\" does not hold: 502",
                            Optional.of("nginx.service is disabled"),
                            restarted.place()));

    @Test
    void a_host_that_does_not_come_back_fails_the_drill() {
        assertFailed(FAILED, "reboot-failed")
                .isEqualTo("db was recovered, and restarted: the steady state did not hold again within 1 min: \"the"
                        + " website is well\" does not hold: 502");
    }

    @Test
    void it_takes_nothing_from_the_recovery_time() {
        assertThat(judge(FAILED).actuals()).isEqualTo(judge(Journals.passed()).actuals());
    }

    @Test
    void a_service_that_came_back_elsewhere_left_nothing_to_restart() {
        assertThat(judge(Journals.passed().leavingOut(Event.HostRestarted.class)))
                .isEqualTo(judge(Journals.passed()));
    }

    @Test
    void a_restart_that_nobody_saw_proves_nothing() {
        Judgement judgement = judge(Journals.passed()
                .keeping(entry -> !(entry.event() instanceof Event.HostRestarted)
                        && !(entry.event() instanceof Event.StageEnded ended && ended.stage() == Stage.REBOOT)));

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.findings())
                .extracting(finding -> finding.code().word())
                .contains("reboot-unproved");
    }
}
