package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TidyingTest {
    private final Tidying tidying = new Tidying();

    @Test
    void what_was_begun_goes_on_beside_and_is_waited_for() {
        CountDownLatch next = new CountDownLatch(1);
        AtomicBoolean removed = new AtomicBoolean();
        tidying.begin(() -> {
            assertThatCode(next::await).doesNotThrowAnyException();
            removed.set(true);
        });
        next.countDown();
        tidying.finish();
        assertThat(removed).isTrue();
    }

    /** A journal throws the same thing again and again: to whoever runs, and to whoever removes. */
    @Test
    void what_ends_a_run_is_told_though_a_removal_ends_with_it_too() {
        IllegalStateException full = new IllegalStateException("journal.jsonl cannot be written");
        tidying.begin(() -> {
            throw full;
        });
        assertThatThrownBy(() -> {
                    try {
                        throw full;
                    } finally {
                        tidying.finish();
                    }
                })
                .isSameAs(full);
    }
}
