package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertInconclusive;
import static dev.blackstart.verdict.Rulings.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import org.junit.jupiter.api.Test;

/** Uploads that came back from the image are as they were, and no backup holds them. */
class WhereItCameFromTest {
    @Test
    void a_state_without_what_was_written_into_it_is_no_proof_of_a_backup() {
        Journals journals = Journals.passed().adding(new Event.SignLooked("app", "/srv/uploads", false));

        assertInconclusive(journals, "not-from-a-backup").startsWith("/srv/uploads on app came back without");
    }

    @Test
    void with_it_the_drill_has_passed() {
        Journals journals = Journals.passed().adding(new Event.SignLooked("app", "/srv/uploads", true));

        assertThat(judge(journals).verdict()).isEqualTo(Verdict.PASSED);
    }
}
