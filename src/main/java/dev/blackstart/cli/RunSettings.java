package dev.blackstart.cli;

import dev.blackstart.run.UserDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes that runs something in replicas: where its reports go, and what chance is drawn from. */
final class RunSettings {
    /** Bytes; reports and journal of one run take a few hundred kilobytes. */
    private static final int ROOM = 1 << 20;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "reports",
            description = "Where reports go (default: ${DEFAULT-VALUE}).")
    private Path reports;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Draw everything that is drawn by chance from this seed; without it one is drawn, and reported.")
    private @Nullable Long seed;

    Path reports() {
        return reports;
    }

    /** The one that was given, or one that is drawn now. */
    long seed() {
        return seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed;
    }

    /** Find room for all that a run writes: better before anything is destroyed than after it. */
    void mustBeWritable() {
        mustBeWritable(reports, "reports", "name a directory that you may write to with --reports");
        mustBeWritable(
                UserDirectories.state(), "what lives of a run", "let XDG_STATE_HOME or HOME name one that you may");
        mustBeWritable(
                UserDirectories.cache(), "commissioned bases", "let XDG_CACHE_HOME or HOME name one that you may");
    }

    private static void mustBeWritable(Path directory, String what, String hint) {
        try {
            Files.createDirectories(directory);
            Path probe = Files.createTempFile(directory, ".probe", "");
            try {
                Files.write(probe, new byte[ROOM]);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new BadInput(
                    "%s cannot be written to %s".formatted(what, directory), hint + "; nothing was started.");
        }
    }
}
