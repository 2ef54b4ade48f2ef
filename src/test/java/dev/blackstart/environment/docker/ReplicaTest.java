package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.blackstart.environment.Endpoint;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.Replica;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("container")
final class ReplicaTest {
    private static final Endpoint WEB = new Endpoint("web", 8080);

    private static final Engine.Tag TAG = new Engine.Tag("test-" + UUID.randomUUID(), "replica");

    private static DockerEngine engine;
    private static Replica replica;

    @BeforeAll
    static void open() {
        engine = SmallEnvironment.engine();
        engine.build(SmallEnvironment.definition(), line -> {});
        replica = engine.open(SmallEnvironment.definition(), TAG, Set.of(WEB, new Endpoint("store", 8080)));
        for (String service : List.of("web", "store", "desk", "payments_api.v1")) {
            replica.order(service);
        }
    }

    @AfterAll
    static void close() {
        replica.close();
        assertThat(replica.remains().none()).isTrue();
        engine.close();
    }

    @Test
    void a_server_boots_with_every_unit_running() {
        assertThat(run("web", "systemctl is-system-running").strip()).isEqualTo("running");
    }

    @Test
    void hosts_find_each_other_by_name() {
        assertThat(run("store", "busybox wget -qO- http://web:8080/")).isEqualTo("hello\n");
        assertThat(run("desk", "getent hosts web.example.org")).contains("web");
        assertThat(run("desk", "getent hosts payments_api.v1")).endsWith("payments_api.v1\n");
        assertThat(run("payments_api.v1", "hostname")).isEqualTo("payments-api-v1\n");
    }

    @Test
    void a_declared_port_answers_on_loopback() throws IOException {
        assertThat(get(WEB)).endsWith("hello\n");
        assertThat(replica.address("web", 8080).getAddress().isLoopbackAddress())
                .isTrue();
    }

    @Test
    void a_host_takes_no_more_than_it_may() {
        assertThat(run("web", "stat -fc '%b %S' /run")).isEqualTo("131072 4096\n");
        assertThat(run(
                        "web",
                        "cat /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null || cat /sys/fs/cgroup/memory.max"))
                .isEqualTo((4L << 30) + "\n");
        assertThat(inspected("web")).contains("\"PidsLimit\":8192", "\"max-size\":\"10485760\"");
    }

    @Test
    void a_host_names_no_program_that_the_machines_kernel_runs() {
        assertThat(run(
                        "web",
                        "agent=/sys/fs/cgroup/systemd/release_agent; [ ! -e $agent ] || stat -c %t,%T $agent;"
                                + " umount $agent 2>/dev/null && echo uncovered; true"))
                .isIn("", "1,3\n");
    }

    @Test
    void names_outside_of_the_replica_are_asked_of_nobody() {
        assertThat(run("desk", "getent hosts example.org || echo unknown")).isEqualTo("unknown\n");
        assertThat(inspected("desk")).contains("127.0.0.254");
    }

    @Test
    void a_port_that_nobody_declared_has_no_address() {
        assertThatThrownBy(() -> replica.address("web", 22)).hasMessageContaining("web:22");
    }

    @Test
    void a_lost_host_falls_silent_and_one_ordered_anew_takes_its_name_and_address() throws IOException {
        String address = run("desk", "getent hosts store");
        run("store", "echo written > /var/lib/data/written; echo mine > /root/mine");
        Replica.Loss loss = replica.lose("store");
        assertThat(loss.cutAt()).isLessThan(loss.goneAt());
        assertThat(replica.stands("store")).isFalse();
        assertThat(get(new Endpoint("store", 8080))).isEmpty();

        Host blank = replica.order("store");
        assertThat(run("desk", "getent hosts store")).isEqualTo(address);
        assertThat(get(new Endpoint("store", 8080))).endsWith("hello\n");
        assertThat(blank.run(Command.as("root", "ls", "/root/mine", "/var/lib/data/written"))
                        .succeeded())
                .isFalse();
    }

    @Test
    void commands_run_and_time_out_where_timeout_is_that_of_BusyBox() {
        run("web", "ln -s \"$(command -v busybox)\" /usr/local/bin/timeout");
        Host busybox = replica.host("web");
        assertThat(busybox.run(Command.as("root", "sh", "-c", "exit 3")).exitCode())
                .isEqualTo(3);
        assertThat(busybox.run(Command.as("root", "sleep", "60").within(Duration.ofMillis(300)))
                        .ending())
                .isEqualTo(Outcome.Ending.TIMED_OUT);
        assertThat(busybox.run(Command.as("root", "no-such-program")).ending()).isEqualTo(Outcome.Ending.CUT);
        run("web", "rm /usr/local/bin/timeout");
    }

    @Test
    void a_secret_arrives_whole_on_tmpfs_and_shows_nowhere_in_the_engine() {
        String secret = UUID.randomUUID().toString();
        replica.host("payments_api.v1").write("/run/secrets/payments-key", bytes(secret), "nobody", 0400);
        assertThat(
                        run(
                                "payments_api.v1",
                                "cat /run/secrets/payments-key; stat -fc %T /run/secrets; stat -c '%U %a' /run/secrets/payments-key"))
                .isEqualTo(secret + "tmpfs\nnobody 400\n");
        assertThat(run("payments_api.v1", "ls /run/secrets")).isEqualTo("payments-key\n");
        assertThat(inspected("payments_api.v1")).contains("/run/secrets").doesNotContain(secret);
    }

    /** What the engine tells of a container and of every command that ran in it. */
    private static String inspected(String service) {
        try (Api api = Api.connect(EngineSearch.ofThisUser().find())) {
            return api.call("inspect a test's container", docker -> {
                var container =
                        docker.inspectContainerCmd(Labels.name(TAG, service)).exec();
                StringBuilder all = new StringBuilder(new ObjectMapper()
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                        .writeValueAsString(container.getHostConfig()));
                all.append(container.getConfig()).append(List.of(container.getArgs()));
                for (String exec : Optional.ofNullable(container.getExecIds()).orElse(List.of())) {
                    all.append(docker.inspectExecCmd(exec).exec().getProcessConfig());
                }
                return all.toString();
            });
        }
    }

    private static String run(String service, String script) {
        var outcome = replica.host(service).run(Command.as("root", "sh", "-c", script));
        assertThat(outcome.ended()).describedAs("%s", outcome).isTrue();
        return outcome.out();
    }

    private static String get(Endpoint endpoint) throws IOException {
        var address = replica.address(endpoint.service(), endpoint.port());
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(bytes("GET / HTTP/1.0\r\n\r\n"));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException e) {
            return "";
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
