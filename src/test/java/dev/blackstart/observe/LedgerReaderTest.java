package dev.blackstart.observe;

import static dev.blackstart.testing.LoopbackServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.clock.Ticker;
import dev.blackstart.testing.LoopbackServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LedgerReaderTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final LedgerToken TOKEN = LedgerToken.of(7);

    private final HttpCall http = new HttpCall();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void only_a_definite_answer_makes_a_write_found_or_lost() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(exchange -> {
            String path = exchange.getRequestURI().getPath();
            switch (path.charAt(path.length() - 1)) {
                case '1' -> answer(exchange, 200, "{\"id\":\"" + TOKEN.id(1) + "\"}");
                case '2' -> answer(exchange, 200, "[]");
                case '3' -> answer(exchange, 404, TOKEN.id(3));
                case '4' -> answer(exchange, 410, "");
                case '5' -> answer(exchange, 502, TOKEN.id(5));
                case '6' -> LoopbackServer.hang();
                default -> throw new AssertionError(path);
            }
        })) {
            ReadBack readBack =
                    reader(server.endpoint(), Duration.ofMillis(500)).readBack(record(6), Duration.ofSeconds(2), 2);
            assertThat(readBack.found()).containsExactly(TOKEN.id(1));
            assertThat(readBack.lost()).containsExactly(TOKEN.id(2), TOKEN.id(3), TOKEN.id(4));
            assertThat(readBack.untold()).containsOnlyKeys(TOKEN.id(5), TOKEN.id(6));
        }
    }

    @Test
    void an_error_is_asked_again_and_no_more_questions_are_open_than_allowed() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (LoopbackServer server = LoopbackServer.start(exchange -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            String path = exchange.getRequestURI().getPath();
            boolean broken = asked.incrementAndGet() % 3 == 0;
            open.decrementAndGet();
            answer(exchange, broken ? 500 : 200, path);
        })) {
            ReadBack readBack = reader(server.endpoint(), PATIENT).readBack(record(60), PATIENT, 4);
            assertThat(readBack.found()).hasSize(60);
            assertThat(readBack.untold()).isEmpty();
            assertThat(most.get()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void a_service_that_is_gone_tells_nothing_about_any_write() throws Exception {
        HttpEndpoint nobody = new HttpEndpoint(false, LoopbackServer.nobody(), "app.example");
        ReadBack readBack = reader(nobody, PATIENT).readBack(record(3), Duration.ofMillis(150), 2);
        assertThat(readBack.found()).isEmpty();
        assertThat(readBack.lost()).isEmpty();
        assertThat(readBack.untold()).hasSize(3).containsValue("connection refused or no way there");
    }

    @Test
    void writes_that_were_never_acknowledged_are_not_asked_for() throws Exception {
        LedgerRecord record = new LedgerRecord(
                TOKEN, List.of(new Write(TOKEN.id(1), Duration.ZERO, Optional.empty(), "refused: 503")));
        try (LoopbackServer server = LoopbackServer.start(exchange -> answer(exchange, 404, ""))) {
            assertThat(reader(server.endpoint(), PATIENT).readBack(record, PATIENT, 2))
                    .isEqualTo(new ReadBack(List.of(), List.of(), Map.of()));
        }
    }

    @Test
    void who_says_yes_to_all_that_looks_like_an_early_write_finds_one_that_was_never_made() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(exchange -> {
            String path = exchange.getRequestURI().getPath();
            answer(exchange, path.matches("/pledges/bs[0-9a-f]{8}-000[0-9]{3}") ? 200 : 404, path);
        })) {
            assertThat(reader(server.endpoint(), PATIENT).findsNever(TOKEN, PATIENT))
                    .hasValueSatisfying(told -> assertThat(told).contains("-000017"));
        }
    }

    @Test
    void who_knows_what_was_written_finds_nothing_else() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(exchange -> {
            String path = exchange.getRequestURI().getPath();
            answer(exchange, path.matches("/pledges/" + TOKEN.text() + "-000[0-9]{3}") ? 200 : 404, path);
        })) {
            assertThat(reader(server.endpoint(), PATIENT).findsNever(TOKEN, PATIENT))
                    .isEmpty();
        }
    }

    private LedgerReader reader(HttpEndpoint endpoint, Duration deadline) {
        LedgerPlan plan = new LedgerPlan(
                endpoint,
                "POST",
                "/pledges",
                "{\"id\":\"${id}\"}",
                "/pledges/${id}",
                Map.of(),
                Optional.empty(),
                20,
                deadline,
                8);
        return new LedgerReader(Ticker.system(), http, plan);
    }

    private static LedgerRecord record(int writes) {
        return new LedgerRecord(
                TOKEN,
                IntStream.rangeClosed(1, writes)
                        .mapToObj(n -> new Write(TOKEN.id(n), Duration.ZERO, Optional.of(Duration.ZERO), "201"))
                        .toList());
    }
}
