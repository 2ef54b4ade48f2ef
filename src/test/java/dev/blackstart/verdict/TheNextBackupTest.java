package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertFailed;
import static dev.blackstart.verdict.Rulings.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A system that is back without backups is lost by the next disaster. */
class TheNextBackupTest {
    @Test
    void a_recovery_after_which_no_backup_comes_by_itself_is_none() {
        assertFailed(awaited(false, Optional.of(Duration.ofMinutes(1))), "no-new-backup")
                .isEqualTo("after the recovery no new backup came to offsite:/srv/borg by itself within 1 min");
    }

    @Test
    void a_backup_that_came_says_nothing_more() {
        assertThat(judge(awaited(true, Optional.of(Duration.ofMinutes(1))))).isEqualTo(judge(Journals.passed()));
    }

    @Test
    void where_none_came_by_itself_before_nobody_can_tell() {
        Judgement judgement = judge(awaited(false, Optional.empty()));

        assertThat(judgement.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judgement.findings())
                .extracting(finding -> finding.code().word())
                .contains("backups-unwatched");
    }

    private static Journals awaited(boolean came, Optional<Duration> within) {
        return Journals.passed()
                .adding(new Event.BackupAwaited(
                        "offsite", "/srv/borg", came, within, Place.start(Path.of("compose.yaml"))));
    }
}
