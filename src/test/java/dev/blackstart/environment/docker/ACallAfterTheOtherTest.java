package dev.blackstart.environment.docker;

import static dev.blackstart.environment.docker.EngineStub.frame;
import static dev.blackstart.environment.docker.EngineStub.json;
import static dev.blackstart.environment.docker.EngineStub.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.environment.Base;
import dev.blackstart.environment.Endpoint;
import dev.blackstart.environment.Engine.Tag;
import dev.blackstart.environment.EngineException;
import dev.blackstart.environment.Replica;
import dev.blackstart.machine.Command;
import dev.blackstart.testing.FakeTicker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an engine is asked for, and in which order, in the life of a replica. */
@Timeout(60)
final class ACallAfterTheOtherTest {
    private static final Tag RUN = new Tag("run", "main");
    private static final Endpoint WEB = new Endpoint("web", 8080);
    private static final String DONE = json(204, "");

    private final FakeTicker ticker = new FakeTicker();

    @TempDir
    private Path directory;

    private EngineStub stub;
    private DockerEngine engine;

    @BeforeEach
    void connect() throws IOException {
        stub = new EngineStub(directory)
                .on(
                        "/images/",
                        json(
                                200,
                                "{\"Id\":\"sha256:1\",\"Config\":{\"Entrypoint\":[\"/bin/app\"],\"Cmd\":[\"serve\"]}}"))
                .on("/info", json(200, "{\"CgroupVersion\":\"1\",\"NCPU\":2,\"MemTotal\":1073741824}"))
                .on(
                        "/networks/create",
                        json(201, "{\"Id\":\"n1\"}"),
                        json(201, "{\"Id\":\"n2\"}"),
                        json(201, "{\"Id\":\"n3\"}"))
                .on("onnect HTTP", json(200, ""))
                .on("/volumes/create", json(201, "{\"Name\":\"v\"}"))
                .on("/containers/create", json(201, "{\"Id\":\"witness\"}"), json(201, "{\"Id\":\"host\"}"))
                .on("/start HTTP", DONE)
                .on("/exec HTTP", json(201, "{\"Id\":\"e\"}"))
                .on("/exec/e/json", json(200, "{\"Running\":false,\"ExitCode\":0}"))
                .on("/exec/e/start", stream(frame(2, "\1")))
                .on("/archive", json(200, ""))
                .on("/stop", DONE)
                .on("/host/json", json(200, "{\"State\":{\"ExitCode\":0}}"))
                .on(
                        "/witness/json",
                        json(
                                200,
                                "{\"NetworkSettings\":{\"Ports\":{\"10000/tcp\":[{\"HostIp\":\"127.0.0.1\",\"HostPort\":\"32768\"}]}}}"))
                .on("/containers/json", json(200, "[]"))
                .on("/networks?", json(200, "[]"))
                .on("/volumes?", json(200, "{\"Volumes\":[]}"))
                .on("DELETE", DONE);
        engine = DockerEngine.at(stub.address(), ticker, directory);
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
        stub.close();
    }

    @Test
    void the_ids_of_the_images_are_told_by_service() {
        assertThat(engine.build(SmallEnvironment.definition(), line -> {}))
                .containsOnlyKeys("web", "store", "payments_api.v1", "desk")
                .containsValue("sha256:1");
    }

    @Test
    void a_replica_has_internal_networks_and_a_witness_that_forwards_from_loopback() {
        Replica replica = opened();
        assertThat(stub.requests("/networks/create"))
                .filteredOn(request -> request.body().contains("\"Internal\":true"))
                .hasSize(2);
        assertThat(stub.requests("/containers/create"))
                .singleElement()
                .satisfies(witness -> assertThat(witness.body())
                        .contains("\"HostIp\":\"127.0.0.1\"", "\"net.ipv4.ip_forward\":\"0\""));
        assertThat(replica.address("web", 8080).getPort()).isEqualTo(32768);
        assertThat(replica.address("web", 8080).getAddress().isLoopbackAddress())
                .isTrue();
        assertThatThrownBy(() -> replica.address("web", 22)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_host_has_its_volumes_before_it_is_created_and_its_networks_before_it_starts() {
        ordered();
        assertThat(order(
                        stub.requests("POST"),
                        "/volumes/create",
                        "containers/create?name=bs-run-main-web",
                        "/connect",
                        "/host/start"))
                .isTrue();
        assertThat(stub.requests("name=bs-run-main-web"))
                .singleElement()
                .satisfies(create -> assertThat(create.body())
                        .contains("dev.blackstart.run\":\"run", "SIGRTMIN+3", "GREETING=hello")
                        .doesNotContain("\"Privileged\":true"));
    }

    @Test
    void a_lost_host_is_cut_off_before_it_is_killed_and_its_volumes_go_with_it() {
        Replica replica = ordered();
        Replica.Loss loss = replica.lose("web");
        assertThat(loss.cutAt()).isLessThanOrEqualTo(loss.goneAt());
        assertThat(order(
                        stub.requests(" "),
                        "/disconnect",
                        "DELETE /v1.41/containers/host",
                        "DELETE /v1.41/volumes/bs-run-main-web-data"))
                .isTrue();
        assertThat(replica.stands("web")).isFalse();
        assertThatThrownBy(() -> replica.host("web")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_host_that_does_not_boot_goes_again_and_its_last_words_are_told() {
        Replica replica = opened();
        stub.on("/exec/e/json", json(200, "{\"Running\":false,\"ExitCode\":1}"))
                .on("/exec/e/start", stream(frame(1, "degraded"), frame(2, "\1")))
                .on("/logs", "HTTP/1.1 200 X\r\nContent-Length: 19\r\n\r\n" + frame(1, "unit failed"));
        assertThatThrownBy(() -> replica.order("web"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("web did not boot: degraded")
                .hasMessageContaining("unit failed");
        assertThat(stub.requests("DELETE /v1.41/containers/host")).hasSize(1);
        assertThat(replica.stands("web")).isFalse();
    }

    @Test
    void a_host_stands_once() {
        Replica replica = ordered();
        assertThatThrownBy(() -> replica.order("web")).hasMessageContaining("stands already");
    }

    @Test
    void what_a_base_kept_is_there_before_the_first_process() throws IOException {
        Replica replica = opened();
        Base base = new Base(directory.resolve("base"));
        Files.createDirectories(base.host("desk").getParent());
        Files.writeString(base.host("desk"), "a tar file");
        replica.restore("desk", base);
        assertThat(order(stub.requests("/host"), "PUT /v1.41/containers/host/archive", "/host/start"))
                .isTrue();
        assertThat(stub.requests("name=bs-run-main-desk"))
                .singleElement()
                .satisfies(create -> assertThat(create.body()).contains("restore\",\"/bin/app\",\"serve\""));
    }

    @Test
    void what_a_host_wrote_is_kept_after_it_has_stopped() throws IOException {
        Replica replica = ordered();
        stub.on("/changes", json(200, "[{\"Path\":\"/etc/new\",\"Kind\":1},{\"Path\":\"/etc/gone\",\"Kind\":2}]"))
                .on("/export", tar("etc/new", "etc/old"))
                .on("/archive?path", tar("data/row"));
        Base base = new Base(directory.resolve("base"));
        replica.keep(base, Set.of("web"));
        assertThat(order(stub.requests("/host/"), "/stop", "/changes", "/export"))
                .isTrue();
        String kept = Files.readString(base.host("web"), StandardCharsets.ISO_8859_1);
        assertThat(kept).contains("etc/new", "var/lib/data/row", "/etc/gone").doesNotContain("etc/old");
    }

    @Test
    void a_host_that_had_to_be_killed_is_not_kept() {
        Replica replica = ordered();
        stub.on("/host/json", json(200, "{\"State\":{\"ExitCode\":137}}"));
        assertThatThrownBy(() -> replica.keep(new Base(directory), Set.of("web")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("did not stop");
    }

    @Test
    void a_file_is_written_through_standard_input() {
        Replica replica = ordered();
        replica.host("web").write("/run/secrets/key", "generated".getBytes(StandardCharsets.UTF_8), "root", 0400);
        assertThat(stub.requests("/exec HTTP"))
                .last()
                .satisfies(create -> assertThat(create.body())
                        .contains("/run/secrets/key", "\"400\"")
                        .doesNotContain("generated"));
        stub.on("/exec/e/json", json(200, "{\"Running\":false,\"ExitCode\":1}"));
        assertThatThrownBy(() -> replica.host("web").write("/no/such", new byte[0], "root", 0400))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("could not write /no/such on web");
    }

    @Test
    void lines_are_handed_over_while_a_process_runs() {
        Replica replica = ordered();
        stub.on("/exec/e/start", stream(frame(1, "one\ntw"), frame(1, "o\nlast")));
        List<String> lines = new java.util.concurrent.CopyOnWriteArrayList<>();
        replica.host("web").watch(Command.as("root", "tail"), lines::add).close();
        assertThat(lines).containsExactly("one", "two", "last");
    }

    @Test
    void a_subnet_that_is_taken_is_passed_over() {
        stub.on(
                "/networks/create",
                json(403, "{\"message\":\"Pool overlaps with other one on this address space\"}"),
                json(201, "{\"Id\":\"n1\"}"));
        opened();
        assertThat(stub.requests("/networks/create")).hasSize(4);
    }

    @Test
    void a_replica_that_cannot_be_opened_leaves_nothing() {
        stub.on("/networks/create", json(500, "{\"message\":\"no bridge\"}"))
                .on("/networks?", json(200, "[{\"Id\":\"n1\"}]"), json(200, "[]"));
        assertThatThrownBy(this::opened).isInstanceOf(EngineException.class).hasMessageContaining("no bridge");
        assertThat(stub.requests("DELETE /v1.41/networks/n1")).hasSize(1);
    }

    @Test
    void a_run_that_is_abandoned_makes_nothing_more() {
        Replica replica = opened();
        assertThat(engine.abandon("run").none()).isTrue();
        assertThatThrownBy(() -> replica.order("web")).hasMessageContaining("is being ended");
    }

    @Test
    void what_dead_runs_left_is_swept_and_live_ones_are_left_alone() {
        stub.on(
                        "/containers/json",
                        json(
                                200,
                                "[{\"Id\":\"c1\",\"Labels\":{\"dev.blackstart.run\":\"dead\"}},{\"Id\":\"c2\",\"Labels\":{\"dev.blackstart.run\":\"alive\"}}]"),
                        json(200, "[{\"Id\":\"c1\"}]"),
                        json(200, "[{\"Id\":\"c1\"}]"),
                        json(200, "[]"))
                .on("/volumes?", json(200, "{\"Volumes\":null}"));
        List<String> said = new java.util.ArrayList<>();
        assertThat(engine.sweep("dead"::equals, said::add)).isEmpty();
        assertThat(said)
                .containsExactlyInAnyOrder(
                        "removed 1 container, 0 networks, 0 volumes of run dead, whose owner is dead",
                        "run alive is not known to be dead: left alone");
        assertThat(stub.requests("DELETE"))
                .singleElement()
                .satisfies(request -> assertThat(request.line()).contains("/containers/c1"));
    }

    @Test
    void an_engine_without_enough_memory_is_missing_some() {
        assertThat(engine.facts().missing()).anyMatch(missing -> missing.contains("memory: the engine has 1024 MiB"));
        assertThat(engine.facts().cgroups()).isEqualTo("v1");
        assertThat(engine.facts().baseImage()).isTrue();
        assertThat(engine.description()).startsWith("Docker-compatible engine");
    }

    private Replica opened() {
        return engine.open(SmallEnvironment.definition(), RUN, Set.of(WEB));
    }

    private Replica ordered() {
        Replica replica = opened();
        replica.order("web");
        ticker.advance(Duration.ofSeconds(1));
        return replica;
    }

    /** Whether each of these is asked for, for the first time, after the one before. */
    private static boolean order(List<EngineStub.Request> requests, String... fragments) {
        int last = -1;
        for (String fragment : fragments) {
            List<String> lines = requests.stream().map(EngineStub.Request::line).toList();
            int next = last + 1;
            while (next < lines.size() && !lines.get(next).contains(fragment)) {
                next++;
            }
            if (next == lines.size()) {
                throw new AssertionError(fragment + " was not asked for after " + last + " in " + lines);
            }
            last = next;
        }
        return true;
    }

    private static String tar(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = Tars.writer(bytes)) {
            for (String name : names) {
                Tars.file(tar, name, 0644, new byte[0]);
            }
        }
        return "HTTP/1.1 200 X\r\nContent-Type: application/x-tar\r\nContent-Length: " + bytes.size() + "\r\n\r\n"
                + bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
