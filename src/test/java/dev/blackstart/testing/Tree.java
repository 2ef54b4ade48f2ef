package dev.blackstart.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Files in a directory of their own, made and changed by the shell. */
public final class Tree {
    private final Path directory;

    public Tree(Path directory) {
        this.directory = directory;
    }

    public Path path() {
        return directory;
    }

    /** Run a script of bash there; throws where it fails. */
    public String bash(String script) {
        try {
            Process process = new ProcessBuilder(List.of("bash", "-euc", script))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(script + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
