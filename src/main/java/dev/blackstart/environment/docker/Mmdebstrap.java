package dev.blackstart.environment.docker;

import dev.blackstart.environment.EngineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Bootstraps a Debian from its packages, with the package sources of this machine. */
final class Mmdebstrap {
    private static final String PROGRAM = "mmdebstrap";
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int LAST_LINES = 10;

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
        return SearchPath.find(searchPath, PROGRAM);
    }

    /**
     * Make one and hand over its tar file. It is piped into a file without a name: were we killed, nothing would be left
     * of it, and the program, whose pipe is broken then, removes its own.
     */
    void into(Consumer<InputStream> use) {
        Path program = program()
                .orElseThrow(() -> new EngineException(
                        "there is no base image: no registry answers, and " + PROGRAM + " is not installed",
                        "As root: apt-get install mmdebstrap; or: ./blackstart --setup doctor."));
        try (NamelessFile tar = NamelessFile.open()) {
            run(program, tar);
            use.accept(tar.in());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path program, NamelessFile tar) throws IOException {
        Process process =
                new ProcessBuilder(program.toString(), "--variant=minbase", "--quiet", "bookworm", "-").start();
        CompletableFuture<Deque<String>> words = CompletableFuture.supplyAsync(() -> lastWords(process));
        CompletableFuture<?> limit = new CompletableFuture<>()
                .completeOnTimeout(true, LIMIT.toSeconds(), TimeUnit.SECONDS)
                .thenRun(process::destroyForcibly);
        try (OutputStream out = tar.out()) {
            process.getInputStream().transferTo(out);
            int exitCode = process.waitFor();
            if (limit.isDone()) {
                throw failed("it did not end within " + LIMIT.toMinutes() + " minutes", words.join());
            }
            if (exitCode != 0) {
                throw failed("it ended with " + exitCode, words.join());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted while the base image was made", "Run it again.", e);
        } finally {
            limit.cancel(false);
            process.destroyForcibly();
        }
    }

    private static Deque<String> lastWords(Process process) {
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader errors = process.errorReader()) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                last.add(line);
                if (last.size() > LAST_LINES) {
                    last.remove();
                }
            }
        } catch (IOException e) {
            last.add(String.valueOf(e.getMessage()));
        }
        return last;
    }

    private static EngineException failed(String how, Deque<String> lastWords) {
        return new EngineException(
                "the base image could not be bootstrapped: " + how + "\n" + String.join("\n", lastWords),
                "Try it by hand: " + PROGRAM
                        + " --variant=minbase bookworm /tmp/base.tar; are Debian's mirrors reachable?");
    }
}
