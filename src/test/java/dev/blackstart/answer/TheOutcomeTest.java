package dev.blackstart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.access.Access;
import dev.blackstart.answer.Answer.Outcome;
import dev.blackstart.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TheOutcomeTest {
    private static final Path FIVE_PEOPLE = Path.of("docs/access/five-people");

    @Test
    void enough_people_everywhere_are_good() {
        assertThat(Examples.of(FIVE_PEOPLE, 1, Set.of()).outcome()).isEqualTo(Outcome.GOOD);
    }

    @Test
    void a_bus_factor_lower_than_wanted_is_bad() {
        assertThat(Examples.of(FIVE_PEOPLE, 3, Set.of()).outcome()).isEqualTo(Outcome.BAD);
    }

    @Test
    void what_could_not_be_told_is_never_good() {
        Answer good = Examples.of(FIVE_PEOPLE, 1, Set.of());
        Finding untold = Finding.ofFile(AnswerCode.BUS_FACTOR_UNTOLD, FIVE_PEOPLE, "nobody knows", "make it simpler.");
        Answer answer = Answer.ofFiles(
                good.name(), good.inventory(), Access.of(good.inventory()), Set.of(), 1, List.of(untold));

        assertThat(answer.complete()).isFalse();
        assertThat(answer.outcome()).isEqualTo(Outcome.UNTOLD);
    }
}
