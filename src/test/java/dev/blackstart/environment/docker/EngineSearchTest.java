package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.core.LocalDirectorySSLConfig;
import dev.blackstart.environment.EngineException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class EngineSearchTest {
    /** SHA-256 of {@code far}, after which the docker command names the directories of that context. */
    private static final String FAR = "512eea46ceb3921dff4363c7069d89d4964d1d9fccaa0f411851a7aa60a5c868";

    private final Map<String, String> environment = new HashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path home;

    @TempDir
    private Path machine;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void what_is_declared_wins_over_everything_else() throws IOException {
        contextIs("far", "unix://" + answering(home, "far.sock"));
        answering(machine, "var/run/docker.sock");
        environment.put("DOCKER_HOST", " tcp://engine.example.org:2375 ");
        assertThat(found()).isEqualTo(EngineAddress.of(URI.create("tcp://engine.example.org:2375")));
    }

    @Test
    void the_current_context_wins_over_the_usual_sockets() throws IOException {
        answering(machine, "var/run/docker.sock");
        Path far = answering(home, "far.sock");
        contextIs("far", "unix://" + far);
        assertThat(found()).isEqualTo(at(far));
    }

    @Test
    void a_context_brings_its_certificates() throws IOException {
        contextIs("far", "tcp://far.example.org:2376");
        Path certificates = Files.createDirectories(home.resolve(".docker/contexts/tls/" + FAR + "/docker"));
        assertThat(found().uri()).isEqualTo(URI.create("tcp://far.example.org:2376"));
        assertThat(found().tls())
                .containsInstanceOf(LocalDirectorySSLConfig.class)
                .hasValueSatisfying(tls -> assertThat(((LocalDirectorySSLConfig) tls).getDockerCertPath())
                        .isEqualTo(certificates.toString()));
    }

    @Test
    void the_certificates_of_a_context_are_not_for_an_engine_that_was_declared() throws IOException {
        contextIs("far", "tcp://far.example.org:2376");
        Files.createDirectories(home.resolve(".docker/contexts/tls/" + FAR + "/docker"));
        environment.put("DOCKER_HOST", "tcp://near.example.org:2376");
        assertThat(found().tls()).isEmpty();
    }

    @Test
    void DOCKER_CONTEXT_wins_over_the_current_context() throws IOException {
        contextIs("far", "tcp://far.example.org:2375");
        Path usual = answering(machine, "var/run/docker.sock");
        environment.put("DOCKER_CONTEXT", "default");
        assertThat(found()).isEqualTo(at(usual));
    }

    @Test
    void a_context_that_names_no_engine_is_an_error() throws IOException {
        answering(machine, "var/run/docker.sock");
        environment.put("DOCKER_CONTEXT", "gone");
        refused("the docker context 'gone' names no engine", "docker context use default");
    }

    @Test
    void a_configuration_that_is_broken_is_an_error() throws IOException {
        Files.writeString(Files.createDirectories(home.resolve(".docker")).resolve("config.json"), "{");
        refused("config.json cannot be read", "Mend it");
    }

    @Test
    void the_configuration_may_lie_elsewhere(@TempDir Path elsewhere) throws IOException {
        contextIs("far", "tcp://far.example.org:2375");
        Files.move(home.resolve(".docker"), elsewhere.resolve("docker"));
        environment.put("DOCKER_CONFIG", elsewhere.resolve("docker").toString());
        assertThat(found().uri()).hasHost("far.example.org");
    }

    @Test
    void what_Testcontainers_was_told_holds_for_us_too() throws IOException {
        answering(machine, "var/run/docker.sock");
        testcontainers("docker.host = tcp://engine.example.org:2375\n");
        assertThat(found().uri()).hasHost("engine.example.org");
    }

    @Test
    void the_address_that_Testcontainers_Desktop_wrote_holds_while_it_runs() throws IOException {
        Path usual = answering(machine, "var/run/docker.sock");
        ServerSocket desktop = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        testcontainers("tc.host=tcp\\://127.0.0.1\\:" + desktop.getLocalPort() + "\n");
        assertThat(found().uri()).hasHost("127.0.0.1");
        desktop.close();
        assertThat(found()).isEqualTo(at(usual));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".docker/run/docker.sock",
                ".docker/desktop/docker.sock",
                ".colima/default/docker.sock",
                ".colima/docker.sock",
                ".orbstack/run/docker.sock",
                ".rd/docker.sock",
                "session/docker.sock",
                "session/podman/podman.sock"
            })
    void an_engine_of_the_users_own_is_found(String socket) throws IOException {
        environment.put("XDG_RUNTIME_DIR", home.resolve("session").toString());
        assertThat(answering(home, socket))
                .satisfies(path -> assertThat(found()).isEqualTo(at(path)));
    }

    @Test
    void a_rootless_engine_comes_before_a_desktops_and_the_machines_before_both() throws IOException {
        environment.put("XDG_RUNTIME_DIR", home.resolve("session").toString());
        Path desktop = answering(home, ".docker/run/docker.sock");
        assertThat(found()).isEqualTo(at(desktop));
        Path rootless = answering(home, "session/docker.sock");
        assertThat(found()).isEqualTo(at(rootless));
        Path usual = answering(machine, "var/run/docker.sock");
        assertThat(found()).isEqualTo(at(usual));
    }

    @Test
    void a_socket_that_a_killed_engine_left_behind_is_passed_over() throws Exception {
        leftBehind(machine, "var/run/docker.sock");
        Path podman = answering(machine, "run/podman/podman.sock");
        assertThat(found()).isEqualTo(at(podman));
    }

    @Test
    void where_nobody_answers_the_first_that_is_there_is_named() throws Exception {
        leftBehind(machine, "var/run/docker.sock");
        refused("the engine does not answer", "--setup starts one");
    }

    @Test
    void an_engine_that_was_named_and_is_silent_is_not_replaced_by_another_one() throws Exception {
        answering(machine, "var/run/docker.sock");
        environment.put("DOCKER_HOST", "unix://" + leftBehind(home, "mine.sock"));
        refused("DOCKER_HOST (unix://" + home + "/mine.sock) does not answer", "unset it");
        environment.put("DOCKER_HOST", "unix://" + home + "/nothing.sock");
        refused("is not there: no such socket", "unset it");
    }

    @Test
    void without_any_engine_the_command_that_mends_it_is_named() {
        refused("no container engine: DOCKER_HOST is not set", "./blackstart --setup");
    }

    @ParameterizedTest
    @CsvSource({
        "ssh://ops@far.example.org, is neither unix:// nor tcp://, ssh -nNT -L",
        "engine.example.org:2375, is neither unix:// nor tcp://, ssh -nNT -L",
        "tcp://my engine:2375, is no address, tcp://engine.example.org:2376",
        "tcp://engine.example.org, does not name a host and a port, tcp://engine.example.org:2376",
        "tcp://:2375, does not name a host and a port, tcp://engine.example.org:2376",
        "unix://var/run/docker.sock, names no socket, unix:///var/run/docker.sock",
        "unix:, is no address, unix:///var/run/docker.sock"
    })
    void an_address_that_cannot_be_used_says_what_can(String address, String fault, String hint) {
        environment.put("DOCKER_HOST", address);
        refused(fault, hint);
    }

    @Test
    void certificates_that_are_asked_for_and_not_there_are_an_error() {
        environment.put("DOCKER_HOST", "tcp://engine.example.org:2376");
        environment.put("DOCKER_TLS_VERIFY", "1");
        refused("DOCKER_HOST (tcp://engine.example.org:2376) cannot be used", "DOCKER_CERT_PATH");
    }

    @Test
    void ports_are_published_where_the_engine_is() {
        assertThat(at(Path.of("/var/run/docker.sock")).publishedHost()).isEqualTo("127.0.0.1");
        assertThat(EngineAddress.of(URI.create("tcp://engine:2375")).publishedHost())
                .isEqualTo("engine");
        assertThat(EngineAddress.of(URI.create("tcp://127.0.0.1:2375")).remote())
                .isFalse();
        assertThat(EngineAddress.of(URI.create("tcp://engine:2375")).remote()).isTrue();
    }

    private EngineAddress found() {
        return new EngineSearch(environment, home, machine).find();
    }

    private void refused(String fault, String hint) {
        assertThatThrownBy(this::found)
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.hint()).contains(hint))
                .hasMessageContaining(fault);
    }

    private static EngineAddress at(Path socket) {
        return EngineAddress.of(URI.create("unix://" + socket));
    }

    private Path answering(Path root, String socket) throws IOException {
        Path path = root.resolve(socket);
        Files.createDirectories(path.getParent());
        open.add(ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path)));
        return path;
    }

    private Path leftBehind(Path root, String socket) throws Exception {
        Path path = answering(root, socket);
        open.remove(open.size() - 1).close();
        return path;
    }

    private void testcontainers(String properties) throws IOException {
        Files.writeString(home.resolve(".testcontainers.properties"), properties);
    }

    private void contextIs(String name, String host) throws IOException {
        Path docker = Files.createDirectories(home.resolve(".docker"));
        Files.writeString(docker.resolve("config.json"), "{\"auths\":{},\"currentContext\":\"" + name + "\"}");
        Path meta = Files.createDirectories(docker.resolve("contexts/meta").resolve(FAR));
        Files.writeString(
                meta.resolve("meta.json"),
                "{\"Name\":\"%s\",\"Metadata\":{},\"Endpoints\":{\"docker\":{\"Host\":\"%s\",\"SkipTLSVerify\":false}}}"
                        .formatted(name, host));
    }
}
