package dev.blackstart.observe;

import static dev.blackstart.testing.LoopbackServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.testing.LoopbackServer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who finds a write while what holds it is away, reads it somewhere else. */
@Timeout(60)
class AwayReadTest {
    private static final LedgerToken TOKEN = LedgerToken.of(7);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final HttpCall http = new HttpCall();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void a_cache_is_found_out() throws Exception {
        try (LoopbackServer cache = serving(200)) {
            AwayRead away = new AwayRead(http, plan(cache.endpoint()));
            away.ask(record(5));
            await().atMost(SOON).until(() -> away.found().isPresent());

            assertThat(away.told()).isTrue();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(asked)
                            .containsExactlyInAnyOrder(
                                    "/pledges/" + TOKEN.id(1), "/pledges/" + TOKEN.id(3), "/pledges/" + TOKEN.id(5)));
        }
    }

    @Test
    void a_service_that_says_that_it_is_away_finds_nothing() throws Exception {
        try (LoopbackServer service = serving(503)) {
            AwayRead away = new AwayRead(http, plan(service.endpoint()));
            away.ask(record(1));
            await().atMost(SOON).until(away::told);

            assertThat(away.found()).isEmpty();
        }
    }

    @Test
    void nobody_at_all_finds_nothing() throws Exception {
        AwayRead away = new AwayRead(http, plan(new HttpEndpoint(false, LoopbackServer.nobody(), "app.example")));
        away.ask(record(1));
        await().atMost(SOON).until(away::told);

        assertThat(away.found()).isEmpty();
    }

    @Test
    void what_is_answered_once_something_could_help_tells_nothing() throws Exception {
        try (LoopbackServer cache = serving(200)) {
            AwayRead away = new AwayRead(http, plan(cache.endpoint()));
            away.mayReturn();
            away.ask(record(1));
            await().atMost(SOON).until(() -> asked.size() == 1);

            assertThat(away.told()).isFalse();
            assertThat(away.found()).isEmpty();
        }
    }

    @Test
    void where_nothing_was_written_nothing_is_asked() throws Exception {
        AwayRead away = new AwayRead(http, plan(new HttpEndpoint(false, LoopbackServer.nobody(), "app.example")));
        away.ask(record(0));

        assertThat(away.told()).isFalse();
    }

    private LoopbackServer serving(int status) throws Exception {
        return LoopbackServer.start(exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            answer(exchange, status, path);
        });
    }

    private static LedgerPlan plan(HttpEndpoint endpoint) {
        return new LedgerPlan(
                endpoint,
                "POST",
                "/pledges",
                "{\"id\":\"${id}\"}",
                "/pledges/${id}",
                Map.of(),
                Optional.empty(),
                20,
                SOON,
                8);
    }

    private static LedgerRecord record(int writes) {
        return new LedgerRecord(
                TOKEN,
                IntStream.rangeClosed(1, writes)
                        .mapToObj(n -> new Write(TOKEN.id(n), Duration.ZERO, Optional.of(Duration.ZERO), "201"))
                        .toList());
    }
}
