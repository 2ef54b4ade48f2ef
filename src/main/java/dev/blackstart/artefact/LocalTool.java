package dev.blackstart.artefact;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a program of this machine that reads little, and listens to what it prints; what it warns of is nobody's input. */
public final class LocalTool {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private LocalTool() {}

    /** What a program has printed, and how it ended. */
    public static final class Said {
        private final int exit;
        private final byte[] output;

        private Said(int exit, byte[] output) {
            this.exit = exit;
            this.output = output;
        }

        public boolean good() {
            return exit == 0;
        }

        public String text() {
            return new String(output, StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return output;
        }
    }

    /** Gives what the program prints of an input; empty where it is not there, or does not end. */
    public static Optional<Said> run(List<String> command, byte[] input) {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process));
            write(process, input);
            byte[] said = output.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            return process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(new Said(process.exitValue(), said))
                    : Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void write(Process process, byte[] input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException e) {
            // What ends before it has read its input says why.
        }
    }

    private static byte[] read(Process process) {
        try {
            return process.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
