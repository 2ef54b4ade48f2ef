package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was compared by bounds only is said, and fails nobody. */
class WhatLivedTest {
    @Test
    void what_nobody_declared_comes_with_the_line_to_paste() {
        Journals lived = Journals.passed()
                .adding(new Event.Lived("db", "shop", "users.last_used_at", "changed", false))
                .adding(new Event.Lived("db", "shop", "odd name", "rows came", false));

        assertThat(judge(lived).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(living(lived)).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo(
                            "of shop on db, what changes on its own was compared by presence and bounds, not by value:"
                                    + " users.last_used_at (changed), odd name (rows came)");
            assertThat(finding.hint())
                    .isEqualTo("where that is meant, say so beside the state in compose.yaml:"
                            + " living: [users.last_used_at, 'odd name']");
        });
    }

    @Test
    void what_is_declared_is_still_said() {
        Journals lived = Journals.passed().adding(new Event.Lived("db", "shop", "sessions", "rows came", true));

        assertThat(living(lived))
                .singleElement()
                .satisfies(finding -> assertThat(finding.hint()).isEqualTo("compose.yaml says so"));
    }

    @Test
    void of_very_many_the_first_are_shown_and_the_rest_is_counted() {
        Journals lived = Journals.passed();
        for (int i = 0; i < 20; i++) {
            lived = lived.adding(new Event.Lived("db", "shop", "t" + i, "changed", false));
        }

        assertThat(living(lived))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("t11 (changed)")
                        .doesNotContain("t12 ")
                        .endsWith(", and 8 more"));
    }

    private static List<Finding> living(Journals journals) {
        return judge(journals).findings().stream()
                .filter(finding -> finding.code() == VerdictCode.LIVING)
                .toList();
    }
}
