package dev.blackstart.environment.docker;

import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.transport.DockerHttpClient;
import dev.blackstart.clock.Await;
import dev.blackstart.clock.Ended;
import dev.blackstart.clock.Ticker;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Outcome.Ending;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs processes in containers, and says only what is known about how they ended. */
final class Exec {
    /** How much later than the wrapper on the machine we stop waiting ourselves. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration AGAIN_AFTER = Duration.ofMillis(5);

    /** Bytes; more of it is no help. */
    private static final int LONGEST_REFUSAL = 64 * 1024;

    /** How the streams of a command ended. */
    private enum Drained {
        WHOLE,
        /** We ended them: somebody held them open when the time was up. */
        LATE,
        BROKEN
    }

    private final Api api;
    private final Ticker ticker;

    Exec(Api api, Ticker ticker) {
        this.api = api;
        this.ticker = ticker;
    }

    Outcome run(String container, Command command) {
        return run(container, command, command.input().getBytes(StandardCharsets.UTF_8));
    }

    /** Run with these bytes as its input, whatever the command says of it. */
    Outcome run(String container, Command command, byte[] input) {
        Capture out = new Capture();
        return run(container, command, input, out, out);
    }

    /** Run with its output going there instead of being kept. */
    Outcome stream(String container, Command command, OutputStream out) {
        return run(container, command, command.input().getBytes(StandardCharsets.UTF_8), passingOn(out), new Capture());
    }

    Host.Watch watch(String container, Command command, Consumer<String> line) {
        String exec = create(container, command, Wrapper.tethered(command))
                .orElseThrow(() -> new IllegalStateException("the machine is not running: " + command));
        Tether tether = new Tether();
        return new ExecWatch(api.attach(exec, tether), tether, line);
    }

    /** @param kept what of its output is kept; its own sink where that is all of it */
    private Outcome run(String container, Command command, byte[] input, Frames.Sink out, Capture kept) {
        Optional<String> exec = create(container, command, Wrapper.limited(command));
        if (exec.isEmpty()) {
            return new Outcome(Ending.CUT, -1, "", "the machine is not running\n");
        }
        Capture err = new Capture();
        Wrapper.Errors errors = new Wrapper.Errors(err);
        Duration started = ticker.elapsed();
        Drained drained = drain(exec.get(), command, input, out, errors);
        Optional<Integer> exitCode = exitCode(exec.get(), drained == Drained.WHOLE ? PATIENCE : Duration.ZERO);
        boolean late = ticker.elapsed().minus(started).compareTo(command.timeout()) >= 0;
        return new Outcome(
                ending(drained, exitCode, errors.begun(), late),
                exitCode.orElse(-1),
                kept.text(),
                err.text(),
                kept.whole() && err.whole());
    }

    private static Ending ending(Drained drained, Optional<Integer> exitCode, boolean begun, boolean late) {
        boolean runs = drained == Drained.LATE && exitCode.isEmpty();
        if (drained != Drained.BROKEN
                && late
                && (runs || exitCode.filter(Wrapper::timedOut).isPresent())) {
            return Ending.TIMED_OUT;
        }
        return drained == Drained.WHOLE && begun && exitCode.isPresent() ? Ending.ENDED : Ending.CUT;
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

    private Drained drain(String exec, Command command, byte[] input, Frames.Sink out, Frames.Sink err) {
        try (DockerHttpClient.Response response = api.attach(exec, new ByteArrayInputStream(input))) {
            if (response.getStatusCode() >= 300) {
                byte[] refusal = response.getBody().readNBytes(LONGEST_REFUSAL);
                err.add(refusal, refusal.length);
                return Drained.WHOLE;
            }
            Duration limit = command.timeout().plus(Wrapper.KILL_AFTER).plus(PATIENCE);
            Future<?> deadline = api.after(limit, response::close);
            try {
                Frames.read(response.getBody(), out, err);
                return deadline.isDone() ? Drained.LATE : Drained.WHOLE;
            } catch (IOException e) {
                return deadline.isDone() ? Drained.LATE : Drained.BROKEN;
            } finally {
                deadline.cancel(false);
            }
        } catch (IOException e) {
            return Drained.BROKEN;
        }
    }

    /** Empty while it runs, or where the container is gone with it. The streams may end just before the process does. */
    private Optional<Integer> exitCode(String exec, Duration patience) {
        Ended known = new Await(ticker)
                .until(
                        patience,
                        AGAIN_AFTER,
                        () -> api.call("say how a command ended", docker -> {
                            try {
                                InspectExecResponse state =
                                        docker.inspectExecCmd(exec).exec();
                                if (!Boolean.TRUE.equals(state.isRunning()) && state.getExitCodeLong() != null) {
                                    return Await.Answer.yes(
                                            state.getExitCodeLong().toString());
                                }
                                return Await.Answer.notYet("it runs");
                            } catch (NotFoundException | ConflictException e) {
                                return Await.Answer.never("its machine is gone");
                            }
                        }));
        return known.held() ? Optional.of(Integer.valueOf(known.detail())) : Optional.empty();
    }

    private static Frames.Sink passingOn(OutputStream out) {
        return (bytes, length) -> {
            try {
                out.write(bytes, 0, length);
            } catch (IOException e) {
                throw new UncheckedIOException("the output of a command cannot be written", e);
            }
        };
    }
}
