package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.RealTools;
import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the comparison sees of a real Redis, and what it lets be. */
@Tag(RealTools.TAG)
class ARedisTest {
    private static final String MARK = "bs00000001";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private ThisMachine machine;
    private RedisState state;
    private Process server;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(directory);
        machine = new ThisMachine(directory);
        state = new RedisState("redis", List.of("-s", socket()));
        run();
        cli("""
                set greeting "hello"
                set "line\\nbreak \\xff" 1
                setex session 3600 alice
                rpush queue a b c a
                sadd tags red green blue
                hset user:1 name Ada mail ada@example.org
                zadd scores 1.5 a 2 b 0.1 c
                xadd log 1-1 text hello
                xgroup create log readers 0
                pfadd visitors a b c
                select 3
                set other here
                """);
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.destroy();
        server.waitFor(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping",
                "debug reload",
                "bgrewriteaof",
                "config set hash-max-listpack-entries 0\ndebug reload",
                "del tags\nsadd tags blue green red",
                "del user:1\nhset user:1 mail ada@example.org\nhset user:1 name Ada",
                "expire session 7200",
                "set order bs00000001\nrpush queue bs00000001\nset bs00000001 1",
            })
    void what_is_the_same_is_no_difference(String commands) {
        Fingerprint before = fingerprint();

        cli(commands);

        assertThat(differences(before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "del greeting                      | key greeting is missing",
                "set greeting 'hello '             | key greeting has other content",
                "del \"line\\nbreak \\xff\"        | key line\\nbreak \\xff is missing",
                "set new 1                         | key new was not there before (no data is lost)",
                "persist session                   | key session stays, as it did not before",
                "del session                       | key session is missing",
                "expire greeting 3600              | key greeting expires, as it did not before",
                "rpop queue                        | key queue held 4 values, holds 3",
                "rpoplpush queue queue             | key queue has other content",
                "srem tags red                     | key tags held 3 values, holds 2",
                "hset user:1 name Bob              | key user:1 has other content",
                "zadd scores 1.25 a                | key scores has other content",
                "xadd log 1-2 text more            | key log held 2 values, holds 3",
                "xgroup setid log readers 1-1      | key log has other content",
                "xgroup destroy log readers        | key log held 2 values, holds 1",
                "pfadd visitors d                  | key visitors has other content",
                "copy tags greeting replace        | key greeting was a string, is a set",
                "move greeting 5                   | key greeting is missing; key greeting in database 5 was not there before (no data is lost)",
                "flushdb                           | *",
            })
    void whatever_is_not_as_it_was_is_told(String command, String expected) {
        Fingerprint before = fingerprint();

        cli(command);

        if (expected.equals("*")) {
            assertThat(differences(before)).hasSize(9).allMatch(difference -> difference.endsWith(" is missing"));
        } else {
            assertThat(differences(before))
                    .containsExactly(expected.replace("\\n", "\n").split("; "));
        }
    }

    @Test
    void another_database_is_told_by_its_number() {
        Fingerprint before = fingerprint();

        cli("select 3\nset other elsewhere");

        assertThat(differences(before)).containsExactly("key other in database 3 has other content");
    }

    @Test
    void a_key_whose_time_has_come_is_not_missed() {
        cli("set soon gone px 1500");
        Fingerprint before = fingerprint();
        assertThat(before.of("key")).containsKey("key soon");

        Awaitility.await().atMost(SOON).until(() -> !fingerprint().of("key").containsKey("key soon"));

        assertThat(differences(before)).isEmpty();
    }

    @Test
    void many_keys_are_all_read() {
        cli("eval \"for i = 1, 1000 do redis.call('set', 'k' .. i, i) end\" 0");

        assertThat(state.counts(fingerprint())).containsEntry("keys", 1010L);
    }

    @Test
    void a_server_that_does_not_answer_is_no_empty_one() throws InterruptedException {
        Fingerprint before = fingerprint();
        stop();

        assertThatThrownBy(this::fingerprint)
                .isInstanceOf(StateException.class)
                .hasMessage("redis on db cannot be read");
        assertThat(differences(before))
                .containsExactly("redis Could not connect to Redis at " + socket() + ": No such file or directory");
    }

    @Test
    void a_server_that_asks_for_a_password_is_no_empty_one() {
        Fingerprint before = fingerprint();
        cli("config set requirepass of-the-test");

        assertThat(differences(before)).singleElement().asString().contains("NOAUTH");
    }

    @Test
    void an_empty_one_is_empty() {
        cli("flushall");

        assertThat(state.counts(fingerprint())).containsEntry("keys", 0L);
    }

    @Test
    void a_host_without_its_client_says_what_to_install() {
        machine.tool("bash", "PATH=/nowhere exec /bin/bash \"$@\"");

        assertThatThrownBy(this::fingerprint)
                .isInstanceOf(StateException.class)
                .extracting(e -> ((StateException) e).detail())
                .isEqualTo("redis-cli is not there: install Debian's package redis-tools");
    }

    private String socket() {
        return directory.resolve("redis").toString();
    }

    private void run() throws IOException {
        server = new ProcessBuilder(
                        "redis-server",
                        "--port",
                        "0",
                        "--unixsocket",
                        socket(),
                        "--save",
                        "",
                        "--enable-debug-command",
                        "yes",
                        "--dir",
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        Awaitility.await().atMost(SOON).until(() -> Files.exists(Path.of(socket())));
    }

    private void cli(String commands) {
        Outcome outcome =
                machine.run(Command.as("root", "redis-cli", "-s", socket()).with(commands.strip() + "\n"));
        assertThat(outcome.out()).doesNotContain("ERR", "WRONGTYPE");
        assertThat(outcome.succeeded()).isTrue();
    }

    private Fingerprint fingerprint() {
        return state.fingerprint(machine, MARK);
    }

    private List<String> differences(Fingerprint before) {
        return state.differences(before, state.remains(machine, MARK)).stream()
                .map(difference -> difference.object() + " " + difference.what())
                .toList();
    }
}
