package dev.blackstart.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import dev.blackstart.testing.Plans;
import org.junit.jupiter.api.Test;

class ExposedTest {
    private static final String SECRET =
            Plans.plan(Plans.Options.USUAL).secrets().get(0).name();

    @Test
    void a_secret_that_everybody_can_read_is_no_secret_however_well_the_recovery_went() {
        Judgement judgement = Judge.judge(Journals.passed()
                .adding(new Event.SecretShown(SECRET, "documents/notes.txt", "plain"))
                .adding(new Event.SecretShown(SECRET, "documents/notes.txt", "plain"))
                .entries());

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(judgement.findings())
                .filteredOn(finding -> finding.code() == VerdictCode.SECRET_IN_CLEAR)
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("the value of " + SECRET
                        + " stands in documents/notes.txt (plain), where everybody can read it");
    }

    @Test
    void what_was_opened_and_is_documented_nowhere_is_named_where_it_was_opened() {
        Judgement judgement = Judge.judge(Journals.passed()
                .adding(new Event.SecretOpened("old/unlisted", 1))
                .entries());

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(judgement.findings())
                .filteredOn(finding -> finding.code() == VerdictCode.SECRET_UNDOCUMENTED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("old/unlisted"));
    }
}
