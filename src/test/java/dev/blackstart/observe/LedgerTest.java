package dev.blackstart.observe;

import static dev.blackstart.testing.LoopbackServer.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import dev.blackstart.clock.Ticker;
import dev.blackstart.testing.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LedgerTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final LedgerToken TOKEN = LedgerToken.of(0xa1b2c3d4);

    private final Ticker ticker = Ticker.system();
    private final HttpCall http = new HttpCall();
    private final BlockingQueue<Write> told = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void each_acknowledged_write_reached_the_service_under_its_own_id() throws Exception {
        Set<String> stored = ConcurrentHashMap.newKeySet();
        try (LoopbackServer server = LoopbackServer.start(exchange -> {
            stored.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().getFirst("X-Api") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            answer(exchange, 201, "");
        })) {
            LedgerRecord record = write(plan(server.endpoint(), Duration.ofSeconds(5)), 3);

            assertThat(record.token()).isEqualTo(TOKEN);
            assertThat(record.acknowledged()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(record.unanswered()).isEmpty();
            assertThat(stored)
                    .contains("/pledges/bsa1b2c3d4-000001 application/json 1 {\"id\":\"bsa1b2c3d4-000001\"}")
                    .hasSameSizeAs(record.writes());
            assertThat(record.writes())
                    .isSortedAccordingTo((a, b) -> a.sentAt().compareTo(b.sentAt()))
                    .allSatisfy(write ->
                            assertThat(write.acknowledgedAt().orElseThrow()).isGreaterThan(write.sentAt()));
            assertThat(told).containsExactlyInAnyOrderElementsOf(record.writes());
        }
    }

    @Test
    void a_refused_write_was_never_acknowledged() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (LoopbackServer server =
                LoopbackServer.start(exchange -> answer(exchange, asked.incrementAndGet() % 2 == 0 ? 503 : 200, ""))) {
            LedgerRecord record = write(plan(server.endpoint(), Duration.ofSeconds(5)), 2);
            assertThat(record.unanswered())
                    .isNotEmpty()
                    .allMatch(write -> write.detail().equals("refused: 503"));
        }
    }

    @Test
    void a_service_that_hangs_gets_no_more_writes_than_allowed_and_acknowledges_none() throws Exception {
        AtomicBoolean hangs = new AtomicBoolean();
        AtomicInteger open = new AtomicInteger();
        try (LoopbackServer server = LoopbackServer.start(exchange -> {
            if (hangs.get()) {
                open.incrementAndGet();
                LoopbackServer.hang();
            }
            answer(exchange, 201, "");
        })) {
            try (Ledger ledger = new Ledger(ticker, http, plan(server.endpoint(), PATIENT), TOKEN, told::add)) {
                ledger.start();
                awaitAcknowledged(1);
                hangs.set(true);
                await().untilAtomic(open, greaterThanOrEqualTo(1));

                LedgerRecord record = ledger.stop(Duration.ZERO);
                assertThat(record.unanswered())
                        .hasSizeBetween(1, 4)
                        .allMatch(write -> write.detail().equals("no answer when the ledger was closed"));
                assertThat(open.get()).isLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    void a_write_that_takes_too_long_is_unanswered() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(exchange -> LoopbackServer.hang());
                Ledger ledger =
                        new Ledger(ticker, http, plan(server.endpoint(), Duration.ofMillis(50)), TOKEN, told::add)) {
            ledger.start();
            assertThat(told.take().detail()).isEqualTo("no answer within 50 ms");
            assertThat(ledger.stop(PATIENT).acknowledged()).isEmpty();
        }
    }

    @Test
    void a_write_that_could_not_be_recorded_is_not_passed_over() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(exchange -> answer(exchange, 201, ""));
                Ledger ledger = new Ledger(ticker, http, plan(server.endpoint(), PATIENT), TOKEN, write -> {
                    told.add(write);
                    throw new UncheckedIOException(new IOException("disk full"));
                })) {
            ledger.start();
            awaitAcknowledged(1);
            assertThatThrownBy(() -> ledger.stop(PATIENT)).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void a_token_is_two_letters_and_eight_hex_digits() {
        assertThat(LedgerToken.of(-1).id(17)).isEqualTo("bsffffffff-000017");
        assertThat(LedgerToken.of(0).text()).isEqualTo("bs00000000");
        assertThatThrownBy(() -> new LedgerToken("bs1")).isInstanceOf(IllegalArgumentException.class);
    }

    private LedgerRecord write(LedgerPlan plan, int acknowledged) {
        try (Ledger ledger = new Ledger(ticker, http, plan, TOKEN, told::add)) {
            ledger.start();
            awaitAcknowledged(acknowledged);
            return ledger.stop(PATIENT);
        }
    }

    private void awaitAcknowledged(int count) {
        await().until(() -> told.stream().filter(Write::acknowledged).count() >= count);
    }

    private static LedgerPlan plan(HttpEndpoint endpoint, Duration deadline) {
        return new LedgerPlan(
                endpoint,
                "POST",
                "/pledges/${id}",
                "{\"id\":\"${id}\"}",
                "/pledges/${id}",
                Map.of("X-Api", "1"),
                Optional.empty(),
                200,
                deadline,
                4);
    }
}
