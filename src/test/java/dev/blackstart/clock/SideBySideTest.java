package dev.blackstart.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class SideBySideTest {
    @Test
    void all_are_under_way_at_once() {
        CyclicBarrier all = new CyclicBarrier(3);
        SideBySide.each(List.of(1, 2, 3), one -> meet(all));
        assertThat(all.isBroken()).isFalse();
    }

    @Test
    void no_more_than_allowed_are_under_way() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Runnable task = () -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            underWay.decrementAndGet();
        };
        SideBySide.run(java.util.Collections.nCopies(50, task), 2);
        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void what_is_made_of_each_keeps_their_order() {
        assertThat(SideBySide.map(List.of("c", "a", "b"), String::hashCode))
                .containsExactly(
                        java.util.Map.entry("c", 99), java.util.Map.entry("a", 97), java.util.Map.entry("b", 98));
    }

    @Test
    void nothing_is_nothing() {
        SideBySide.run(List.of());
        assertThat(SideBySide.map(List.of(), String::valueOf)).isEmpty();
    }

    @Test
    void a_failure_is_thrown_as_it_is_once_all_have_ended_and_the_others_with_it() {
        CountDownLatch failed = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        List<Runnable> tasks = List.of(
                () -> {
                    failed.countDown();
                    throw new IllegalArgumentException("first");
                },
                () -> {
                    await(failed);
                    ended.incrementAndGet();
                },
                () -> {
                    throw new IllegalArgumentException("third");
                });
        assertThatThrownBy(() -> SideBySide.run(tasks))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("first")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessage("third")));
        assertThat(ended).hasValue(1);
    }

    @Test
    void an_error_is_an_error_and_comes_before_every_exception() {
        List<Runnable> tasks = List.of(
                () -> {
                    throw new IllegalStateException("refused");
                },
                () -> {
                    throw new OutOfMemoryError("ours");
                });
        assertThatThrownBy(() -> SideBySide.run(tasks))
                .isInstanceOf(OutOfMemoryError.class)
                .hasSuppressedException(new IllegalStateException("refused"));
    }

    @Test
    void an_interrupt_ends_all_of_them() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch thrown = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                SideBySide.each(List.of("wait"), one -> {
                    begun.countDown();
                    try {
                        TimeUnit.MINUTES.sleep(1);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                });
            } catch (CancellationException e) {
                thrown.countDown();
            }
        });
        waiting.start();
        begun.await();
        waiting.interrupt();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(thrown.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void meet(CyclicBarrier all) {
        try {
            all.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
