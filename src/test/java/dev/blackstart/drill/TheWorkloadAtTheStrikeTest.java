package dev.blackstart.drill;

import static dev.blackstart.testing.LoopbackServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DrillDefinition.Workload;
import dev.blackstart.finding.Place;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.observe.HttpCall;
import dev.blackstart.observe.LedgerPlan;
import dev.blackstart.observe.LedgerToken;
import dev.blackstart.testing.LoopbackServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TheWorkloadAtTheStrikeTest {
    private static final LedgerToken TOKEN = LedgerToken.of(7);

    @TempDir
    private Path directory;

    private final Ticker ticker = Ticker.system();
    private final HttpCall http = new HttpCall();
    private final List<Entry> heard = new CopyOnWriteArrayList<>();
    private Journal journal;

    @BeforeEach
    void open() throws IOException {
        journal = Journal.open(directory, heard::add);
    }

    @AfterEach
    void close() throws IOException {
        http.close();
        journal.close();
    }

    @Test
    void recovery_does_not_wait_for_answers_that_cannot_come() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        try (LoopbackServer server = LoopbackServer.start(exchange -> {
                    asked.countDown();
                    awaited(answered);
                    answer(exchange, 201, "");
                });
                WorkloadRun workload = workload(server)) {
            workload.start();
            asked.await();
            workload.stop(ticker.elapsed());

            assertThat(stopped())
                    .as("the strike has gone on, and no answer is there yet")
                    .isEmpty();
            answered.countDown();
            await().until(() -> !stopped().isEmpty());
        }
    }

    @Test
    void an_answer_that_came_after_the_strike_acknowledges_nothing() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch struck = new CountDownLatch(1);
        try (LoopbackServer server = LoopbackServer.start(exchange -> {
                    asked.countDown();
                    awaited(struck);
                    answer(exchange, 201, "");
                });
                WorkloadRun workload = workload(server)) {
            workload.start();
            asked.await();
            workload.stop(ticker.elapsed());
            struck.countDown();
            await().until(() -> !stopped().isEmpty());

            assertThat(stopped().get(0).acknowledged()).isZero();
            assertThat(stopped().get(0).written()).isPositive();
        }
    }

    private List<Event.WorkloadStopped> stopped() {
        return heard.stream()
                .map(Entry::event)
                .filter(Event.WorkloadStopped.class::isInstance)
                .map(Event.WorkloadStopped.class::cast)
                .toList();
    }

    private WorkloadRun workload(LoopbackServer server) {
        LedgerPlan plan = new LedgerPlan(
                server.endpoint(),
                "POST",
                "/pledges",
                "{}",
                "/pledges/${id}",
                Map.of(),
                Optional.empty(),
                50,
                Duration.ofSeconds(30),
                4);
        Workload asked = new Workload(
                "app",
                80,
                false,
                "POST",
                "/pledges",
                "{}",
                "/pledges/${id}",
                Map.of(),
                Optional.empty(),
                50,
                Duration.ofSeconds(1),
                Place.start(Path.of("a.drill.yaml")));
        return new WorkloadRun(new Recorder(journal, ticker), Entry.MAIN, ticker, TOKEN, http, asked, plan);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
