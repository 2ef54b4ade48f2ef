package dev.blackstart.environment.docker;

import dev.blackstart.environment.EngineException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Bootstraps a Debian from its packages, with the package sources of this machine. */
final class Mmdebstrap {
    private static final String PROGRAM = "mmdebstrap";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final String searchPath;

    /**
     * @param searchPath the directories in which programs are looked for, as in {@code PATH}
     */
    Mmdebstrap(String searchPath) {
        this.searchPath = searchPath;
    }

    boolean installed() {
        return program().isPresent();
    }

    private Optional<Path> program() {
        return Stream.of(searchPath.split(File.pathSeparator))
                .map(directory -> Path.of(directory, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Make one and hand over its tar file, which is deleted afterwards. */
    void into(Consumer<Path> use) {
        Path program = program()
                .orElseThrow(() -> new EngineException(
                        "there is no base image: no registry answers, and " + PROGRAM + " is not installed",
                        "As root: apt-get install mmdebstrap; or: ./blackstart --setup doctor."));
        try {
            Path directory = Files.createTempDirectory("blackstart-base");
            Path tar = directory.resolve("base.tar");
            Path log = directory.resolve("log");
            try {
                run(program, tar, log);
                use.accept(tar);
            } finally {
                Files.deleteIfExists(tar);
                Files.deleteIfExists(log);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path program, Path tar, Path log) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(), "--variant=minbase", "--quiet", "bookworm", tar.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw failed("it did not end within " + LIMIT.toMinutes() + " minutes", log);
            }
            if (process.exitValue() != 0) {
                throw failed("it ended with " + process.exitValue(), log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted while the base image was made", "Run it again.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static EngineException failed(String how, Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return new EngineException(
                "the base image could not be bootstrapped: " + how + "\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size())),
                "Try it by hand: " + PROGRAM
                        + " --variant=minbase bookworm /tmp/base.tar; are Debian's mirrors reachable?");
    }
}
