package dev.blackstart.observe;

import static dev.blackstart.testing.LoopbackServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.blackstart.clock.Ticker;
import dev.blackstart.testing.LoopbackServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EraserTest {
    private static final LedgerToken TOKEN = LedgerToken.of(7);
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final Ticker ticker = Ticker.system();
    private final HttpCall http = new HttpCall();
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean erases = true;
    private volatile int status = 204;

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void each_so_many_acknowledged_writes_one_is_seen_there_erased_and_seen_gone() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(this::serve);
                Eraser eraser = eraser(server, Duration.ZERO)) {
            hear(eraser, 6);
            goOn(eraser, all -> all.stream().allMatch(one -> one.goneAt().isPresent()));

            assertThat(eraser.soFar()).map(Erasure::id).containsExactly(TOKEN.id(2), TOKEN.id(4), TOKEN.id(6));
            assertThat(eraser.soFar()).allSatisfy(one -> {
                assertThat(one.thereAt().orElseThrow()).isLessThan(one.sentAt().orElseThrow());
                assertThat(one.sentAt().orElseThrow())
                        .isLessThan(one.acknowledgedAt().orElseThrow());
                assertThat(one.acknowledgedAt().orElseThrow())
                        .isLessThan(one.goneAt().orElseThrow());
            });
            assertThat(asked)
                    .filteredOn(question -> question.endsWith(TOKEN.id(2)))
                    .containsExactly("GET " + TOKEN.id(2), "DELETE " + TOKEN.id(2), "GET " + TOKEN.id(2));
            assertThat(stored).containsExactlyInAnyOrder(TOKEN.id(1), TOKEN.id(3), TOKEN.id(5));
        }
    }

    @Test
    void a_write_is_left_alone_until_it_is_old_enough() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(this::serve);
                Eraser eraser = eraser(server, Duration.ofHours(1))) {
            hear(eraser, 6);

            assertThat(eraser.soFar()).hasSize(3).noneMatch(Erasure::asked);
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void a_write_that_was_not_acknowledged_is_not_counted() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(this::serve);
                Eraser eraser = eraser(server, Duration.ZERO)) {
            eraser.heard(new Write(TOKEN.id(1), Duration.ZERO, Optional.empty(), "refused: 503"));
            hear(eraser, 1);

            assertThat(eraser.soFar()).isEmpty();
        }
    }

    @Test
    void nobody_asks_to_erase_what_is_not_seen_there() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(exchange -> {
                    asked.add(exchange.getRequestMethod());
                    answer(exchange, 404, "");
                });
                Eraser eraser = eraser(server, Duration.ZERO)) {
            hear(eraser, 2);
            goOn(eraser, all -> asked.size() > 1);

            assertThat(asked).containsOnly("GET");
            assertThat(eraser.soFar()).hasSize(1).noneMatch(Erasure::asked);
        }
    }

    @Test
    void what_is_said_to_be_erased_and_is_still_there_is_seen_there_ever_later() throws Exception {
        erases = false;
        try (LoopbackServer server = LoopbackServer.start(this::serve);
                Eraser eraser = eraser(server, Duration.ZERO)) {
            hear(eraser, 2);
            goOn(eraser, all -> all.stream().allMatch(one -> one.lingers(Duration.ofMillis(1))));

            assertThat(eraser.soFar()).allMatch(one -> one.goneAt().isEmpty());
        }
    }

    @Test
    void a_refused_erasure_was_never_acknowledged() throws Exception {
        erases = false;
        status = 405;
        try (LoopbackServer server = LoopbackServer.start(this::serve);
                Eraser eraser = eraser(server, Duration.ZERO)) {
            hear(eraser, 2);
            goOn(eraser, all -> all.stream().allMatch(one -> one.detail().equals("refused: 405")));

            assertThat(eraser.soFar()).allMatch(Erasure::asked).noneMatch(one -> one.acknowledgedBy(ticker.elapsed()));
        }
    }

    @Test
    @SuppressWarnings("try") // it is closed before the block ends: that is the point
    void a_closed_one_erases_nothing() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(this::serve);
                Eraser eraser = eraser(server, Duration.ZERO)) {
            eraser.close();
            hear(eraser, 4);

            assertThat(asked).isEmpty();
            assertThat(eraser.soFar()).noneMatch(Erasure::asked);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        asked.add(exchange.getRequestMethod() + " " + id);
        if (exchange.getRequestMethod().equals("DELETE")) {
            if (erases) {
                stored.remove(id);
            }
            answer(exchange, status, "");
        } else {
            answer(exchange, stored.contains(id) ? 200 : 404, stored.contains(id) ? id : "");
        }
    }

    private void hear(Eraser eraser, int writes) {
        for (int number = 1; number <= writes; number++) {
            stored.add(TOKEN.id(number));
            eraser.heard(new Write(TOKEN.id(number), Duration.ZERO, Optional.of(ticker.elapsed()), "201"));
        }
    }

    /** It looks further whenever it hears of a write. */
    private static void goOn(Eraser eraser, Predicate<List<Erasure>> until) {
        await().until(() -> {
            eraser.heard(new Write(TOKEN.id(99), Duration.ZERO, Optional.empty(), "refused: 503"));
            return until.test(eraser.soFar());
        });
    }

    private Eraser eraser(LoopbackServer server, Duration after) {
        ErasePlan how = new ErasePlan("DELETE", "/pledges/${id}", "", 2, after);
        LedgerPlan plan = new LedgerPlan(
                server.endpoint(),
                "POST",
                "/pledges",
                "{\"id\":\"${id}\"}",
                "/pledges/${id}",
                Map.of(),
                Optional.of(how),
                20,
                PATIENT,
                4);
        return new Eraser(ticker, http, plan, how);
    }
}
