package dev.blackstart.observe;

import static dev.blackstart.testing.LoopbackServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.LoopbackServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProbesTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final HttpCall http = new HttpCall();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void an_http_probe_wants_its_status_and_its_text() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(exchange ->
                answer(exchange, exchange.getRequestURI().getPath().equals("/projects") ? 200 : 503, "snowdrift"))) {
            HttpEndpoint door = server.endpoint();
            assertThat(http(door, "/projects", Optional.empty())).isEqualTo(Sample.up("200"));
            assertThat(http(door, "/projects", Optional.of("drift"))).isEqualTo(Sample.up("200"));
            assertThat(http(door, "/projects", Optional.of("plow")))
                    .isEqualTo(Sample.wrong("200 without 'plow': snowdrift"));
            assertThat(http(door, "/broken", Optional.empty()))
                    .isEqualTo(Sample.wrong("503 instead of 200: snowdrift"));
        }
    }

    @Test
    void an_http_probe_of_nobody_is_silence() throws Exception {
        HttpEndpoint nobody = new HttpEndpoint(false, LoopbackServer.nobody(), "app.example");
        assertThat(http(nobody, "/", Optional.empty())).isEqualTo(Sample.silent("connection refused or no way there"));
    }

    @Test
    void a_tcp_probe_wants_a_connection() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(tcp(server, Duration.ZERO, PATIENT)).isEqualTo(Sample.up("connected"));
        }
        InetSocketAddress nobody = LoopbackServer.nobody();
        assertThat(new TcpProbe("db", nobody).ask(PATIENT).join())
                .isEqualTo(Sample.silent("connection refused or no way there"));
    }

    @Test
    void a_connection_that_has_to_stay_is_up_when_it_stays_or_speaks_and_down_when_it_is_hung_up() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(tcp(server, Duration.ofMillis(20), PATIENT)).isEqualTo(Sample.up("connected"));
            server.accept().close();

            CompletableFuture<Sample> hungUp = new TcpProbe("db", address(server), PATIENT).ask(PATIENT);
            server.accept().close();
            assertThat(hungUp.join().answered()).isFalse();

            CompletableFuture<Sample> spoken = new TcpProbe("db", address(server), PATIENT).ask(PATIENT);
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write('S');
                assertThat(spoken.join()).isEqualTo(Sample.up("connected, and it spoke"));
            }
        }
    }

    @Test
    void a_connection_that_does_not_stay_long_enough_by_the_deadline_is_silence() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(tcp(server, PATIENT, Duration.ofMillis(50)))
                    .isEqualTo(Sample.silent("no connection within 50 ms"));
        }
    }

    private Sample http(HttpEndpoint door, String path, Optional<String> contains) {
        return new HttpProbe("website", http, door, HttpQuestion.get(path), 200, contains)
                .ask(PATIENT)
                .join();
    }

    private static Sample tcp(ServerSocket server, Duration stays, Duration deadline) {
        return new TcpProbe("db", address(server), stays).ask(deadline).join();
    }

    private static InetSocketAddress address(ServerSocket server) {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }
}
