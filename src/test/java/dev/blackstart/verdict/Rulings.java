package dev.blackstart.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import dev.blackstart.history.Verdict;
import dev.blackstart.testing.Journals;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;

/** What tests ask of a judgement. */
final class Rulings {
    private Rulings() {}

    static Judgement judge(Journals journal) {
        return Judge.judge(journal.entries());
    }

    /** The findings that weigh, notes left out. */
    static List<Finding> weighty(Journals journal) {
        return judge(journal).findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
    }

    static Finding onlyFinding(Journals journal, Verdict verdict, String code) {
        Judgement judgement = judge(journal);
        assertThat(weighty(journal))
                .extracting(finding -> finding.code().word())
                .containsExactly(code);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        return weighty(journal).get(0);
    }

    static AbstractStringAssert<?> assertInconclusive(Journals journal, String code) {
        return assertThat(onlyFinding(journal, Verdict.INCONCLUSIVE, code).message());
    }

    static AbstractStringAssert<?> assertFailed(Journals journal, String code) {
        return assertThat(onlyFinding(journal, Verdict.FAILED, code).message());
    }
}
