package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.clock.Await;
import dev.blackstart.clock.Await.Answer;
import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.EngineException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class GateTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Gate gate = new Gate();
    private final Ticker ticker = Ticker.system();

    @Test
    void a_run_makes_nothing_any_more_once_the_gate_is_closed_to_it_and_others_do() throws Exception {
        gate.close("run-1", LONG, ticker);

        assertThatThrownBy(() -> gate.pass("run-1", () -> "made")).isInstanceOf(EngineException.class);
        assertThat(gate.pass("run-2", () -> "made")).isEqualTo("made");
    }

    @Test
    void closing_waits_for_what_is_being_made() throws Exception {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch made = new CountDownLatch(1);
        CompletableFuture<Boolean> maker = CompletableFuture.supplyAsync(() -> passed(() -> {
            making.countDown();
            return waited(made);
        }));
        assertThat(making.await(30, TimeUnit.SECONDS)).isTrue();
        Thread closing = new Thread(() -> gate.close("run-1", LONG, ticker));
        closing.start();
        assertThat(new Await(ticker)
                        .until(
                                LONG,
                                Duration.ofMillis(2),
                                () -> closing.getState() == Thread.State.TIMED_WAITING
                                        ? Answer.yes()
                                        : Answer.notYet("it does not wait"))
                        .held())
                .isTrue();
        made.countDown();
        closing.join(LONG.toMillis());
        assertThat(closing.isAlive()).isFalse();
        assertThat(maker.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closing_does_not_wait_for_ever() throws Exception {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<Boolean> maker = CompletableFuture.supplyAsync(() -> passed(() -> {
            making.countDown();
            return waited(never);
        }));
        assertThat(making.await(30, TimeUnit.SECONDS)).isTrue();

        gate.close("run-1", Duration.ofMillis(20), ticker);

        assertThat(maker).isNotDone();
        never.countDown();
    }

    private boolean passed(Callable<Boolean> task) {
        try {
            return gate.pass("run-1", task);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
