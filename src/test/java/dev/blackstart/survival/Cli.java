package dev.blackstart.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process of the command line. */
final class Cli implements AutoCloseable {
    /** Far beyond what anything here takes, on a machine that others use too; whoever waits that long has found a hang. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private final Workplace workplace;
    private final Process process;
    private final Path output;
    private final int runsBefore;

    private Cli(Workplace workplace, Process process, Path output, int runsBefore) {
        this.workplace = workplace;
        this.process = process;
        this.output = output;
        this.runsBefore = runsBefore;
    }

    static Cli start(Workplace workplace, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                // A shell in the background makes its children, and theirs, ignore SIGINT.
                "env",
                "--default-signal=INT,TERM",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx112m",
                "-cp",
                CLASS_PATH,
                "dev.blackstart.cli.Main"));
        command.addAll(arguments);
        try {
            Path output = Files.createTempFile(workplace.directory(), "terminal", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(workplace.environment());
            int before = workplace.runs().size();
            return new Cli(workplace, builder.start(), output, before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Wait until the journal of its run holds this text, or it has ended. */
    Cli awaitJournal(String text) {
        await("the journal says " + text, () -> journal().contains(text));
        return this;
    }

    /** Wait until the journal of its run has that many lines, or it has ended. */
    Cli awaitLines(long lines) {
        await(lines + " lines of journal", () -> journal().lines().count() >= lines);
        return this;
    }

    /** Wait until it has written this, or has ended. */
    Cli awaitOutput(String text) {
        await("it writes " + text, () -> output().contains(text));
        return this;
    }

    private void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (alive() && !condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE + ": " + what + "\n" + output());
            }
            pause(Duration.ofMillis(20));
        }
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Send a signal, by name. */
    Cli signal(String name) {
        try {
            // The shell's own: a program of that name comes with a package that not every machine has.
            int code = new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill ended with " + code + "\n" + output());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Wait for its end. */
    int exitCode() {
        return exitCode(PATIENCE);
    }

    int exitCode(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("it did not end within " + within + ":\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that was on its terminal. */
    String output() {
        return read(output);
    }

    /** The directory of its run; it has begun one. */
    Path run() {
        return workplace.runs().get(runsBefore);
    }

    private String journal() {
        return workplace.runs().size() <= runsBefore ? "" : read(run().resolve("journal.jsonl"));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** End it in good order if a test failed before it did. */
    @Override
    public void close() {
        if (alive()) {
            process.destroy();
            exitCode();
        }
    }
}
