package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertFailed;
import static dev.blackstart.verdict.Rulings.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What `backups:` promises is proved from the repository, or it is said that it was not. */
class WhatIsPromisedOfBackupsTest {
    @ParameterizedTest
    @CsvSource({"of, backup-missing", "holds, backup-missing", "every, backups-too-rare", "keep, pruned-too-early"})
    void a_promise_that_is_broken_fails(String word, String code) {
        assertFailed(promise(word, Optional.of(false)), code)
                .isEqualTo("the backups at offsite:/srv/borg are not what `%s` promises: seen".formatted(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"of", "holds", "every", "keep"})
    void one_that_is_kept_says_nothing_more(String word) {
        assertThat(judge(promise(word, Optional.of(true)))).isEqualTo(judge(Journals.passed()));
    }

    @Test
    void what_takes_longer_than_a_replica_lives_is_not_told() {
        Judgement judgement = judge(promise("keep", Optional.empty()));

        assertThat(judgement.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judgement.findings())
                .extracting(finding -> finding.code().word())
                .contains("backups-unproved");
    }

    private static Journals promise(String word, Optional<Boolean> kept) {
        return Journals.passed()
                .adding(new Event.PromiseLooked(
                        "offsite", "/srv/borg", word, kept, "seen", Place.start(Path.of("compose.yaml"))));
    }
}
