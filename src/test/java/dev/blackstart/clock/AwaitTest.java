package dev.blackstart.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.clock.Await.Answer;
import dev.blackstart.testing.FakeTicker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeTicker ticker = new FakeTicker();
    private final Await await = new Await(ticker);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void it_ends_as_soon_as_the_answer_is_yes() {
        Ended ended = await.until(
                MINUTE, SECOND, () -> asked.incrementAndGet() == 3 ? Answer.yes() : Answer.notYet("starting"));
        assertThat(ended).isEqualTo(new Ended(Ended.How.HELD, Duration.ofSeconds(2), ""));
        assertThat(ended.held()).isTrue();
    }

    @Test
    void it_gives_up_as_soon_as_the_answer_can_never_be_yes() {
        Ended ended = await.until(MINUTE, SECOND, () -> Answer.never("the container has exited"));
        assertThat(ended).isEqualTo(new Ended(Ended.How.GAVE_UP, Duration.ZERO, "the container has exited"));
    }

    @Test
    void it_times_out_and_tells_what_it_last_heard() {
        Ended ended = await.until(
                MINUTE, Duration.ofSeconds(25), () -> Answer.notYet("asked " + asked.incrementAndGet() + " times"));
        assertThat(ended).isEqualTo(new Ended(Ended.How.TIMED_OUT, MINUTE, "asked 4 times"));
    }

    @Test
    void it_asks_once_more_when_the_deadline_has_passed_in_between() {
        Ended ended = await.until(MINUTE, SECOND, () -> {
            ticker.advance(MINUTE);
            return asked.incrementAndGet() == 2 ? Answer.yes() : Answer.notYet("slow");
        });
        assertThat(ended.held()).isTrue();
    }

    @Test
    void an_interrupt_ends_it_and_is_kept() {
        Thread.currentThread().interrupt();
        Ended ended = await.until(MINUTE, SECOND, () -> Answer.notYet("starting"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.how()).isEqualTo(Ended.How.INTERRUPTED);
    }

    @Test
    void an_interval_of_nothing_would_never_let_time_pass() {
        assertThatThrownBy(() -> await.until(MINUTE, Duration.ZERO, Answer::yes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_deadline_counts_down_to_nothing() {
        Deadline deadline = Deadline.in(ticker, MINUTE);
        ticker.advance(SECOND);
        assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(59));
        assertThat(deadline.atMost(SECOND)).isEqualTo(SECOND);
        assertThat(deadline.passed()).isFalse();
        ticker.advance(MINUTE);
        assertThat(deadline.left()).isZero();
        assertThat(deadline.atMost(SECOND)).isZero();
        assertThat(deadline.passed()).isTrue();
    }

    @Test
    void the_systems_ticker_never_goes_back_and_labels_in_its_order() throws InterruptedException {
        Ticker system = Ticker.system();
        Duration before = system.elapsed();
        var label = system.wall();
        system.pause(Duration.ofNanos(1));
        assertThat(system.elapsed()).isGreaterThan(before);
        assertThat(system.wall()).isAfter(label);
    }
}
