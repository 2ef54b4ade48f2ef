package dev.blackstart.observe;

import static dev.blackstart.testing.LoopbackServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.testing.BlackHole;
import dev.blackstart.testing.Certificate;
import dev.blackstart.testing.LoopbackServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HttpCallTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration IMPATIENT = Duration.ofMillis(100);

    private final HttpCall http = new HttpCall();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void it_connects_by_address_and_calls_the_service_by_its_name() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(exchange -> answer(
                exchange,
                201,
                exchange.getRequestMethod() + " " + exchange.getRequestURI() + " at "
                        + exchange.getRequestHeaders().getFirst("Host") + " as "
                        + exchange.getRequestHeaders().getFirst("Content-Type")))) {
            HttpQuestion question = new HttpQuestion(
                    "PUT", "/pledges?a=b", Map.of("Content-Type", "application/json"), Optional.of("{}"));
            HttpAnswer answer = http.ask(server.endpoint(), question, PATIENT).join();
            assertThat(answer)
                    .isEqualTo(new HttpAnswer(201, "PUT /pledges?a=b at app.example as application/json", false));
        }
    }

    @Test
    void a_redirect_is_an_answer() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            answer(exchange, 302, "");
        })) {
            assertThat(http.ask(server.endpoint(), HttpQuestion.get("/"), PATIENT)
                            .join()
                            .status())
                    .isEqualTo(302);
        }
    }

    @Test
    void a_service_that_accepts_and_says_nothing_is_left_at_the_deadline() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(exchange -> LoopbackServer.hang())) {
            assertThat(reason(server.endpoint(), IMPATIENT)).isEqualTo("no answer within 100 ms");
        }
    }

    @Test
    void a_service_that_stops_in_the_middle_of_its_answer_is_left_at_the_deadline() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            LoopbackServer.hang();
        })) {
            assertThat(reason(server.endpoint(), IMPATIENT)).isEqualTo("no answer within 100 ms");
        }
    }

    @Test
    void an_address_where_nobody_listens_refuses() throws Exception {
        HttpEndpoint nobody = new HttpEndpoint(false, LoopbackServer.nobody(), "app.example");
        assertThat(reason(nobody, PATIENT)).isEqualTo("connection refused or no way there");
    }

    @Test
    void an_address_that_swallows_connections_is_left_at_the_deadline() throws Exception {
        try (BlackHole hole = BlackHole.open()) {
            assertThat(reason(new HttpEndpoint(false, hole.address(), "app.example"), IMPATIENT))
                    .isEqualTo("no answer within 100 ms");
            assertThat(new TcpProbe("app", hole.address()).ask(IMPATIENT).join())
                    .isEqualTo(Sample.silent("no connection within 100 ms"));
        }
    }

    @Test
    void an_endless_answer_is_cut() throws Exception {
        byte[] part = new byte[1 << 16];
        try (LoopbackServer server = LoopbackServer.start(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(part);
            }
        })) {
            HttpAnswer answer =
                    http.ask(server.endpoint(), HttpQuestion.get("/"), PATIENT).join();
            assertThat(answer.cut()).isTrue();
            assertThat(answer.body()).hasSize(HttpCall.LONGEST_BODY);
        }
    }

    @Test
    void any_certificate_is_taken(@TempDir Path directory) throws Exception {
        Certificate certificate = Certificate.selfSigned(directory);
        try (LoopbackServer server = LoopbackServer.start(certificate, exchange -> answer(exchange, 200, "secure"))) {
            HttpAnswer answer =
                    http.ask(server.endpoint(), HttpQuestion.get("/"), PATIENT).join();
            assertThat(answer.body()).isEqualTo("secure");
        }
    }

    @Test
    void plain_text_where_tls_is_expected_is_no_answer() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(exchange -> answer(exchange, 200, "plain"))) {
            HttpEndpoint wrong = new HttpEndpoint(true, server.address(), "app.example");
            assertThat(reason(wrong, IMPATIENT)).isNotEqualTo("answered");
        }
    }

    @Test
    void what_is_no_question_fails_like_one_without_an_answer() {
        HttpEndpoint endpoint =
                new HttpEndpoint(false, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), "app.example");
        assertThat(http.ask(endpoint, HttpQuestion.get("/a b"), PATIENT)).isCompletedExceptionally();
        assertThat(http.ask(endpoint, HttpQuestion.get("pledges"), PATIENT)).isCompletedExceptionally();
    }

    @Test
    void a_name_is_no_address() {
        assertThatThrownBy(() -> new HttpEndpoint(false, InetSocketAddress.createUnresolved("db", 80), "db"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String reason(HttpEndpoint endpoint, Duration deadline) {
        return http.ask(endpoint, HttpQuestion.get("/"), deadline)
                .handle((answer, failure) -> failure == null ? "answered" : Reason.of(failure, deadline))
                .join();
    }
}
