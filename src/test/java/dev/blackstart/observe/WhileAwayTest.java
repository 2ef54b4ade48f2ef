package dev.blackstart.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.clock.Ticker;
import dev.blackstart.testing.FakeProbe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A probe that needs what was lost says no until somebody has begun to bring it back. */
@Timeout(60)
class WhileAwayTest {
    private final WhileAway away = new WhileAway();

    @Test
    void one_that_says_no_from_the_loss_to_the_first_help_can_be_relied_on() {
        away.begins(ms(100));
        told(Sample.silent("refused"), 100, 101);
        away.ends(ms(2000));
        told(Sample.up("200"), 2500, 2501);

        assertThat(away.told()).isTrue();
        assertThat(away.fault()).isEmpty();
    }

    @Test
    void one_that_goes_on_to_hold_and_is_down_later_for_another_reason_cannot() {
        away.begins(ms(100));
        told(Sample.up("200"), 100, 101);
        away.ends(ms(2000));
        told(Sample.wrong("502 instead of 200"), 9000, 9001);

        assertThat(away.fault()).contains("it went on to hold while that was away");
    }

    @Test
    void one_that_holds_again_before_anything_could_help_cannot() {
        away.begins(ms(100));
        told(Sample.wrong("502 instead of 200"), 100, 101);
        told(Sample.up("200"), 200, 201);

        assertThat(away.fault()).contains("it held again (200) before anything was done that could help");
    }

    @Test
    void an_answer_from_a_cache_at_first_is_forgiven() {
        away.begins(ms(100));
        told(Sample.up("200"), 100, 101);
        told(Sample.wrong("500 instead of 200"), 200, 201);
        away.ends(ms(2000));

        assertThat(away.fault()).isEmpty();
    }

    @Test
    void an_answer_that_came_after_the_first_help_may_be_its_doing() {
        away.begins(ms(100));
        away.ends(ms(150));
        told(Sample.up("200"), 140, 160);

        assertThat(away.told()).isFalse();
        assertThat(away.fault()).isEmpty();
    }

    @Test
    void the_first_help_counts_and_no_later_one() {
        away.begins(ms(100));
        told(Sample.silent("refused"), 100, 101);
        away.ends(ms(200));
        away.ends(ms(900));
        told(Sample.up("200"), 300, 301);

        assertThat(away.fault()).isEmpty();
    }

    @Test
    void a_board_asks_each_probe_at_once_when_what_they_ask_for_is_away() throws InterruptedException {
        FakeProbe needing = new FakeProbe("needs it");
        FakeProbe other = new FakeProbe("does not");
        ProbePace hourly = ProbePace.every(Duration.ofHours(1));
        try (ProbeBoard board = new ProbeBoard(Ticker.system(), List.of(needing, other), hourly, transition -> {})) {
            board.start();
            needing.question().complete(Sample.up("200"));
            other.question().complete(Sample.up("200"));
            board.away();
            needing.question().complete(Sample.silent("refused"));
            other.question().complete(Sample.up("200"));
            board.mayReturn();

            assertThat(board.faults())
                    .containsEntry("needs it", Optional.empty())
                    .containsEntry("does not", Optional.of("it went on to hold while that was away"));
        }
    }

    private void told(Sample sample, int askedAt, int at) {
        away.told(sample, ms(askedAt), ms(at));
    }

    private static Duration ms(int millis) {
        return Duration.ofMillis(millis);
    }
}
