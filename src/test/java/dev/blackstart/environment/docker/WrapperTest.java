package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.machine.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With this machine's own {@code timeout}, and with one that takes what BusyBox takes. */
@Timeout(60)
final class WrapperTest {
    @TempDir
    private Path directory;

    @Test
    void a_command_says_that_it_has_begun_and_then_speaks_for_itself() throws Exception {
        Ended ended = run(Command.as("root", "sh", "-c", "echo mine >&2; exit 127"));
        assertThat(ended).isEqualTo(new Ended(127, true, "mine\n"));
    }

    @Test
    void a_program_that_is_not_there_has_not_begun() throws Exception {
        Ended ended = run(Command.as("root", "no-such-program"));
        assertThat(ended.begun()).isFalse();
        assertThat(ended.errors()).contains("no-such-program");
    }

    @Test
    void a_machine_without_the_wrapper_has_not_begun() throws Exception {
        timeoutIs("exit 127");
        assertThat(run(Command.as("root", "true")).begun()).isFalse();
    }

    @Test
    void busybox_understands_it() throws Exception {
        timeoutIs("case $1 in -k) shift 3 ;; *) echo \"unrecognized option $1\" >&2; exit 1 ;; esac; exec \"$@\"");
        assertThat(run(Command.as("root", "true"))).isEqualTo(new Ended(0, true, ""));
    }

    @Test
    void a_time_that_ran_out_is_known_by_its_exit_code() throws Exception {
        Ended ended = run(Command.as("root", "sleep", "60").within(Duration.ofMillis(200)));
        assertThat(Wrapper.timedOut(ended.exitCode())).isTrue();
        // BusyBox becomes the command, and SIGTERM ends it.
        assertThat(Wrapper.timedOut(128 + 15)).isTrue();
        assertThat(Wrapper.timedOut(1)).isFalse();
    }

    @Test
    void what_ignores_the_end_of_its_time_is_killed_with_all_that_it_began() throws Exception {
        String stubborn = "trap '' TERM INT HUP; while :; do sleep 0.1; done";
        Ended ended = run(Command.as("root", "sh", "-c", "sh -c \"$1\" & sh -c \"$1\"; wait", "both", stubborn)
                .within(Duration.ofMillis(200)));
        assertThat(Wrapper.timedOut(ended.exitCode())).isTrue();
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().arguments().stream())
                        .flatMap(java.util.Arrays::stream))
                .doesNotContain(stubborn);
    }

    @Test
    void what_a_command_left_running_goes_on_when_its_time_was_enough() throws Exception {
        Ended ended = run(Command.as("root", "sh", "-c", "sleep 47 >/dev/null 2>&1 & echo $! >&2"));
        long left = Long.parseLong(ended.errors().strip());
        assertThat(ProcessHandle.of(left).map(ProcessHandle::destroy)).contains(true);
    }

    private record Ended(int exitCode, boolean begun, String errors) {}

    private Ended run(Command command) throws IOException, InterruptedException {
        // Each command begins a session, as it does in an engine.
        List<String> words =
                new ArrayList<>(List.of("setsid", "-w", "env", "PATH=" + directory + ":" + System.getenv("PATH")));
        words.addAll(Wrapper.limited(command));
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] written = process.getErrorStream().readAllBytes();
        Capture own = new Capture();
        Wrapper.Errors errors = new Wrapper.Errors(own);
        errors.add(written, written.length);
        return new Ended(process.waitFor(), errors.begun(), own.text());
    }

    private void timeoutIs(String script) throws IOException {
        Path program =
                Files.writeString(directory.resolve("timeout"), "#!/bin/sh\n" + script + "\n", StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
