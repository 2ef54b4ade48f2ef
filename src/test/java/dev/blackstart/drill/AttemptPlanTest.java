package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.control.Control;
import dev.blackstart.control.ControlKind;
import dev.blackstart.kind.Parameters;
import dev.blackstart.observe.ProbePace;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an attempt does otherwise than the drill itself. */
class AttemptPlanTest {
    @Test
    void who_measures_when_the_service_is_back_looks_as_closely_as_it_can() {
        assertThat(AttemptPlan.MAIN.pace()).isEqualTo(ProbePace.DEFAULT);
        assertThat(AttemptPlan.looking("a table dropped").pace()).isEqualTo(ProbePace.DEFAULT);
    }

    @Test
    void a_control_only_wants_to_know_whether_it_comes_back() {
        ControlKind kind =
                ControlKind.KINDS.read("older-backup", Parameters.none()).orElseThrow();
        AttemptPlan older = AttemptPlan.of(new Control(kind, Optional.empty(), Optional.empty()), Patience.NONE);

        assertThat(older.pace()).isEqualTo(ProbePace.UNHURRIED);
        assertThat(older.pace().interval()).isGreaterThan(ProbePace.DEFAULT.interval());
    }
}
