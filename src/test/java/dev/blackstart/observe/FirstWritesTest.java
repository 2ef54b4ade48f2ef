package dev.blackstart.observe;

import static dev.blackstart.testing.LoopbackServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.clock.Ticker;
import dev.blackstart.testing.LoopbackServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FirstWritesTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final Ticker ticker = Ticker.system();
    private final HttpCall http = new HttpCall();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answers = new CountDownLatch(1);
    private final AtomicInteger written = new AtomicInteger();
    private LoopbackServer server;

    @BeforeEach
    void open() throws IOException {
        server = LoopbackServer.start(exchange -> {
            written.incrementAndGet();
            answer(exchange, 201, "");
        });
    }

    @AfterEach
    void close() {
        server.close();
        http.close();
    }

    @Test
    void nothing_is_written_to_a_service_that_never_answers() {
        FirstWrites writes = begin();
        await().atMost(PATIENT).until(() -> asked.getCount() == 0);

        writes.close();

        assertThat(writes.takenSince(Duration.ZERO)).isEmpty();
        assertThat(written).hasValue(0);
    }

    @Test
    void a_service_that_answers_is_written_to_until_nobody_asks_any_more() {
        try (FirstWrites writes = begin()) {
            Duration before = ticker.elapsed();
            answers.countDown();

            await().atMost(PATIENT).until(() -> writes.takenSince(before).isPresent());
            Duration first = writes.takenSince(before).orElseThrow();
            await().atMost(PATIENT)
                    .until(() -> writes.takenSince(first.plusNanos(1)).isPresent());
        }
    }

    private FirstWrites begin() {
        LedgerPlan plan = new LedgerPlan(
                server.endpoint(),
                "PUT",
                "/pledges/${id}",
                "",
                "/pledges/${id}",
                Map.of(),
                Optional.empty(),
                1,
                PATIENT,
                4);
        return new FirstWrites(ticker, http, plan, LedgerToken.of(7), 1, () -> {
            asked.countDown();
            answers.await();
        });
    }
}
