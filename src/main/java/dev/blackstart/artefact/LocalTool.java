package dev.blackstart.proof;

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

/** Runs a program of this machine that reads little and says little. */
final class LocalTool {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private LocalTool() {}

    /** @param exit what the program ended with */
    record Said(int exit, String output) {}

    /** Gives what the program prints of an input; empty where it is not there, or does not end. */
    static Optional<Said> run(List<String> command, byte[] input) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
            write(process, input);
            String said = output.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
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

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
