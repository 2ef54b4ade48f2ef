package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.Step;
import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepEnded;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.recovery.Manner;
import dev.blackstart.testing.FakeTicker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PressingOnTest {
    private static final Place PAGE = new Place(Path.of("restore.md"), 3, 1);
    private static final Step STEP = new Step.Verbs("Order", PAGE, List.of());

    private final FakeTicker ticker = new FakeTicker();
    private final List<Event> heard = new ArrayList<>();
    private final List<Duration> patience = new ArrayList<>();
    private final PressingOn pressing = new PressingOn(
            ticker, new Patience(Map.of(1, seconds(5), 2, seconds(1), 3, seconds(40), 4, seconds(3))), heard::add);

    @Test
    void where_no_step_fails_it_is_a_recovery_as_in_life() {
        assertThat(carryOut(1, StepOutcome.DONE)).isEqualTo(StepOutcome.DONE);
        assertThat(carryOut(2, StepOutcome.DONE)).isEqualTo(StepOutcome.DONE);

        assertThat(pressing.stopped()).isFalse();
        assertThat(patience).isEmpty();
    }

    @Test
    void a_step_after_one_that_failed_has_little_more_time_than_it_took_and_all_have_no_more_than_the_drill() {
        carryOut(1, StepOutcome.FAILED);
        carryOut(2, StepOutcome.FAILED);
        carryOut(3, StepOutcome.TIMED_OUT);
        carryOut(4, StepOutcome.DONE);

        assertThat(pressing.stopped()).isTrue();
        assertThat(patience).as("51 s together").containsExactly(seconds(4), seconds(47));
        assertThat(heard).hasSize(2);
    }

    @Test
    void of_one_that_nobody_heard_the_end_of_nothing_can_be_told() {
        assertThat(carryOut(1, StepOutcome.CUT)).isEqualTo(StepOutcome.CUT);

        assertThat(pressing.stopped()).isFalse();
    }

    private StepOutcome carryOut(int number, StepOutcome outcome) {
        return pressing.carryOut(number, STEP, new Manner.Run() {
            @Override
            public StepOutcome told() {
                return outcome;
            }

            @Override
            public void begin() {
                throw new AssertionError("it begins by itself");
            }

            @Override
            public StepEnded tried() {
                throw new AssertionError("it may last for ever");
            }

            @Override
            public StepEnded pressedOn(Duration atMost) {
                patience.add(atMost);
                ticker.advance(atMost); // each uses all of it
                return new StepEnded(number, "Order", PAGE, outcome, 1, "", "", List.of(), Optional.empty());
            }

            @Override
            public void end(StepEnded end) {
                throw new AssertionError("it is no step of the recovery");
            }
        });
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
