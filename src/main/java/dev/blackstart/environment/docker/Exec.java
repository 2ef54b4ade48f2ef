package dev.blackstart.environment.docker;

import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.transport.DockerHttpClient;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Outcome.Ending;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs processes in containers, and says only what is known about how they ended. */
final class Exec {
    /** How long {@code timeout} waits after SIGTERM before SIGKILL, and how much later we stop waiting ourselves. */
    private static final Duration KILL_AFTER = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What {@code timeout} of coreutils exits with: the time ran out; it ran out and only SIGKILL helped. */
    private static final List<Integer> TIMED_OUT = List.of(124, 137);

    private final Api api;
    private final Supplier<Duration> ticker;

    Exec(Api api, Supplier<Duration> ticker) {
        this.api = api;
        this.ticker = ticker;
    }

    Outcome run(String container, Command command) {
        return run(container, command, command.input().getBytes(StandardCharsets.UTF_8));
    }

    /** Run with these bytes as its input, whatever the command says of it. */
    Outcome run(String container, Command command, byte[] input) {
        Optional<String> exec = create(container, command, limited(command));
        if (exec.isEmpty()) {
            return new Outcome(Ending.CUT, -1, "", "the machine is not running\n");
        }
        Capture out = new Capture();
        Capture err = new Capture();
        Duration started = ticker.get();
        boolean whole = drain(exec.get(), command, input, out, err);
        Optional<Integer> exitCode = exitCode(exec.get(), whole ? PATIENCE : Duration.ZERO);
        Duration took = ticker.get().minus(started);
        return new Outcome(
                ending(whole, exitCode, took.compareTo(command.timeout()) >= 0),
                exitCode.orElse(-1),
                out.text(),
                err.text());
    }

    Host.Watch watch(String container, Command command, Consumer<String> line) {
        String exec = create(container, command, tethered(command))
                .orElseThrow(() -> new IllegalStateException("the machine is not running: " + command));
        Tether tether = new Tether();
        return new ExecWatch(api.attach(exec, tether), tether, line);
    }

    /** Empty where the container doesn't run (any more). */
    private Optional<String> create(String container, Command command, List<String> arguments) {
        List<String> environment = new ArrayList<>();
        command.environment().forEach((name, value) -> environment.add(name + "=" + value));
        return api.call("create a command", docker -> {
            try {
                return Optional.of(docker.execCreateCmd(container)
                        .withCmd(arguments.toArray(String[]::new))
                        .withUser(command.user())
                        .withEnv(environment)
                        .withAttachStdin(true)
                        .withAttachStdout(true)
                        .withAttachStderr(true)
                        .exec()
                        .getId());
            } catch (NotFoundException | ConflictException e) {
                return Optional.empty();
            }
        });
    }

    /** False if the streams broke off, or did not end in time. */
    private boolean drain(String exec, Command command, byte[] input, Capture out, Capture err) {
        try (DockerHttpClient.Response response = api.attach(exec, new ByteArrayInputStream(input))) {
            if (response.getStatusCode() >= 300) {
                err.add(new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
                return true;
            }
            Duration limit = command.timeout().plus(KILL_AFTER).plus(PATIENCE);
            Future<?> deadline = api.after(limit, response::close);
            try {
                Frames.read(response.getBody(), out, err);
                return !deadline.isDone();
            } finally {
                deadline.cancel(false);
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** Empty while it runs, or where the container is gone with it. The streams may end just before the process does. */
    private Optional<Integer> exitCode(String exec, Duration patience) {
        Duration deadline = ticker.get().plus(patience);
        return api.call("say how a command ended", docker -> {
            while (true) {
                try {
                    InspectExecResponse state = docker.inspectExecCmd(exec).exec();
                    if (!Boolean.TRUE.equals(state.isRunning()) && state.getExitCodeLong() != null) {
                        return Optional.of(state.getExitCodeLong().intValue());
                    }
                } catch (NotFoundException | ConflictException e) {
                    return Optional.empty();
                }
                if (ticker.get().compareTo(deadline) >= 0) {
                    return Optional.empty();
                }
                Thread.sleep(5);
            }
        });
    }

    private static Ending ending(boolean whole, Optional<Integer> exitCode, boolean late) {
        if (!whole || exitCode.isEmpty()) {
            return Ending.CUT;
        }
        return late && TIMED_OUT.contains(exitCode.get()) ? Ending.TIMED_OUT : Ending.ENDED;
    }

    private static List<String> limited(Command command) {
        List<String> arguments = new ArrayList<>(List.of(
                "timeout",
                "--kill-after=" + KILL_AFTER.toSeconds(),
                String.format(Locale.ROOT, "%.3f", command.timeout().toMillis() / 1000.0)));
        arguments.addAll(command.arguments());
        return arguments;
    }

    /** Ends the process once its standard input ends: when we close it, and when we die. */
    private static List<String> tethered(Command command) {
        List<String> arguments = new ArrayList<>(List.of(
                "sh",
                "-c",
                "exec 3<&0; \"$@\" </dev/null 3<&- & child=$!;"
                        + " { cat <&3; kill \"$child\"; } >/dev/null 2>&1 & wait \"$child\"",
                "watch"));
        arguments.addAll(command.arguments());
        return arguments;
    }
}
