package dev.blackstart.environment.docker;

import static dev.blackstart.environment.docker.EngineStub.frame;
import static dev.blackstart.environment.docker.EngineStub.json;
import static dev.blackstart.environment.docker.EngineStub.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Outcome.Ending;
import dev.blackstart.testing.FakeTicker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class HowCommandsEndTest {
    private static final String BEGUN = frame(2, "\1");
    private static final Command COMMAND = Command.as("root", "recover");

    @TempDir
    private Path directory;

    private EngineStub engine;
    private Api api;
    private Exec exec;

    @BeforeEach
    void connect() throws IOException {
        engine = new EngineStub(directory).on("/containers/host/exec", json(201, "{\"Id\":\"e\"}"));
        api = Api.connect(engine.address());
        exec = new Exec(api, new FakeTicker());
    }

    @AfterEach
    void close() throws IOException {
        api.close();
        engine.close();
    }

    @Test
    void its_streams_and_its_exit_code_are_what_is_told() {
        assertThat(ran(ended(3), BEGUN, frame(1, "out\n"), frame(2, "err\n")))
                .isEqualTo(new Outcome(Ending.ENDED, 3, "out\n", "err\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 125, 126, 127})
    void a_wrapper_that_fails_is_not_the_commands_failure(int exitCode) {
        Outcome outcome = ran(ended(exitCode), frame(2, "timeout: unrecognized option '--kill-after=2'"));
        assertThat(outcome.ending()).isEqualTo(Ending.CUT);
        assertThat(outcome.err()).contains("unrecognized option");
    }

    @Test
    void an_engine_that_cannot_start_the_wrapper_says_nothing_of_the_command() {
        engine.on("/exec/e/start", json(400, "{\"message\":\"executable file not found in $PATH\"}"))
                .on("/exec/e/json", ended(126));
        assertThat(exec.run("host", COMMAND).ending()).isEqualTo(Ending.CUT);
    }

    @ParameterizedTest
    @ValueSource(ints = {125, 126, 127})
    void the_command_may_end_as_a_wrapper_would(int exitCode) {
        Outcome outcome = ran(ended(exitCode), frame(2, "\1sh: psql: not found"));
        assertThat(outcome).isEqualTo(new Outcome(Ending.ENDED, exitCode, "", "sh: psql: not found"));
    }

    @Test
    void a_stream_that_breaks_off_inside_a_frame_is_cut() {
        assertThat(ran(ended(0), BEGUN, frame(1, "recovered").substring(0, 12)).ending())
                .isEqualTo(Ending.CUT);
    }

    @Test
    void an_exit_code_that_comes_after_the_streams_is_waited_for() {
        engine.on("/exec/e/start", stream(BEGUN)).on("/exec/e/json", json(200, "{\"Running\":true}"), ended(0));
        assertThat(exec.run("host", COMMAND).succeeded()).isTrue();
    }

    @Test
    void an_exit_code_that_never_comes_is_not_waited_for_for_ever() {
        assertThat(ran(json(200, "{\"Running\":true}"), BEGUN).ending()).isEqualTo(Ending.CUT);
    }

    @Test
    void a_machine_that_went_with_its_command_is_not_asked_again() {
        assertThat(ran(json(404, "{\"message\":\"no such exec\"}"), BEGUN).ending())
                .isEqualTo(Ending.CUT);
        assertThat(engine.requests("/exec/e/json")).hasSize(1);
    }

    @Test
    void on_a_machine_that_is_not_there_nothing_runs() {
        engine.on("/containers/host/exec", json(404, "{\"message\":\"no such container\"}"));
        assertThat(exec.run("host", COMMAND).ending()).isEqualTo(Ending.CUT);
    }

    @Test
    void whether_anything_is_left_out_is_told() {
        String much = "x".repeat(9 << 20);
        assertThat(ran(ended(0), BEGUN, frame(1, "a little")).whole()).isTrue();
        assertThat(ran(ended(0), BEGUN, frame(1, much)).whole()).isFalse();
        assertThat(ran(ended(0), frame(2, "\1" + much)).whole()).isFalse();
    }

    @Test
    void what_is_streamed_arrives_whole_however_much_it_is() {
        String much = "x".repeat(9 << 20) + "end";
        engine.on("/exec/e/start", stream(BEGUN, frame(1, much))).on("/exec/e/json", ended(0));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(exec.stream("host", COMMAND, out)).isEqualTo(new Outcome(Ending.ENDED, 0, "", ""));
        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(much);
    }

    @Test
    void a_full_disk_here_is_not_a_stream_that_broke_off_there() {
        engine.on("/exec/e/start", stream(BEGUN, frame(1, "much"))).on("/exec/e/json", ended(0));
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> exec.stream("host", COMMAND, full))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("No space left on device");
    }

    private Outcome ran(String inspected, String... frames) {
        engine.on("/exec/e/start", stream(frames)).on("/exec/e/json", inspected);
        return exec.run("host", COMMAND);
    }

    private static String ended(int exitCode) {
        return json(200, "{\"Running\":false,\"ExitCode\":" + exitCode + "}");
    }
}
