package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Entry;
import dev.blackstart.run.FinishedRun;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RelayTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch reading = new CountDownLatch(1);

    @Test
    void everything_is_heard_in_order_by_whoever_listens_however_slowly() {
        reading.countDown();
        List<String> lines = IntStream.range(0, 1000).mapToObj(String::valueOf).toList();
        try (Relay relay = new Relay(new Reader())) {
            lines.forEach(relay::progress);
        }

        assertThat(heard).isEqualTo(lines);
    }

    @Test
    void whoever_tells_something_waits_for_nobody_and_the_end_waits_for_a_while_only() throws Exception {
        Relay relay = new Relay(new Reader(), Duration.ofMillis(50));
        relay.progress("one");
        relay.progress("two");
        relay.settle();
        relay.close();
        assertThat(heard).isEmpty();

        reading.countDown();
        while (heard.size() < 2) {
            Thread.onSpinWait();
        }
        assertThat(heard).containsExactly("one", "two");
    }

    /** Reads once it is told to. */
    private final class Reader implements Observer {
        @Override
        public void entry(Entry entry) {}

        @Override
        public void progress(String line) {
            try {
                reading.await();
                heard.add(line);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void reported(FinishedRun run) {}
    }
}
