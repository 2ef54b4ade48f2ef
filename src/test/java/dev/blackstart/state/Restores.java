package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real system that was filled once, whose backups are brought back one after the other, and compared with it. */
abstract class Restores implements AutoCloseable {
    static final String MARK = "bs00000001";

    private final String system;
    private final Path directory;
    private int trials;

    /**
     * What came of a restore.
     *
     * @param failed whether its exit code was not 0, or the server did not start with what it brought
     * @param restored how long it took
     * @param compared how long the comparison took
     */
    record Trial(boolean failed, Duration restored, Duration compared, List<Difference> differences) {
        List<String> words() {
            return differences.stream()
                    .map(difference -> difference.object() + " " + difference.what())
                    .toList();
        }
    }

    Restores(String system) {
        this.system = system;
        try {
            this.directory =
                    Files.createTempDirectory(Path.of("/tmp"), "restores").toRealPath();
            Files.createDirectory(directory.resolve("tools"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the scripts are told, such as where the servers listen. */
    abstract Map<String, String> environment();

    /** Look at what a restore brought back; throws {@link IllegalStateException} where nothing stands up. */
    abstract List<Difference> compare(Path in);

    /** Where the backups lie. */
    Path directory() {
        return directory;
    }

    Host machine() {
        return new ThisMachine(directory.resolve("tools"));
    }

    /** Carry out what the system's own script calls something; throws where it fails. */
    void script(String what) {
        checked(run(directory, "set -e\n" + what));
    }

    Trial trial(BackupRecipe recipe) {
        Path in = directory.resolve(String.valueOf(trials++));
        try {
            Files.createDirectory(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        checked(run(in, "set -e\nreset\n" + recipe.taken()));
        long started = System.nanoTime();
        boolean failed = !run(in, recipe.restored()).succeeded();
        long restored = System.nanoTime();
        List<Difference> differences;
        try {
            differences = compare(in);
        } catch (StateException e) {
            differences = List.of(new Difference("what came back", "cannot be looked at: " + e.getMessage()));
        } catch (IllegalStateException e) {
            failed = true;
            differences = List.of(new Difference("what came back", "is no server: it does not start"));
        }
        long compared = System.nanoTime();
        return new Trial(
                failed, Duration.ofNanos(restored - started), Duration.ofNanos(compared - restored), differences);
    }

    private Outcome run(Path in, String script) {
        Command command = Command.as("root", "bash", "-c", BackupRecipe.text(system + ".sh") + "cd \"$in\"\n" + script);
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("in", in.toString());
        return machine().run(new Command(command.user(), command.arguments(), environment, "", command.timeout()));
    }

    private static void checked(Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new IllegalStateException(outcome.err() + outcome.out());
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
