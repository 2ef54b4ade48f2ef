package dev.blackstart.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps whatever another user of the machine or the engine could read as long as a run goes on: the arguments and the
 * environment of every process, the engine's description of every container, and the history of every image that one
 * was made from.
 */
final class Spy implements AutoCloseable {
    private final Path run;
    private final EngineView engine;
    private final Map<String, String> seen = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Thread thread = new Thread(this::spy, "spy");
    private volatile boolean closed;
    private volatile Optional<RuntimeException> blinded = Optional.empty();

    private Spy(Path run, EngineView engine) {
        this.run = run;
        this.engine = engine;
    }

    static Spy on(Path run, EngineView engine) {
        Spy spy = new Spy(run, engine);
        spy.thread.setDaemon(true);
        spy.thread.start();
        return spy;
    }

    /**
     * Each different text, by where it was read.
     *
     * @throws IllegalStateException where it could not look any more before it was closed
     */
    Map<String, String> seen() {
        close();
        blinded.ifPresent(cause -> {
            throw new IllegalStateException("the spy saw " + seen.size() + " texts, then nothing any more", cause);
        });
        return Map.copyOf(seen);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void spy() {
        try {
            while (!closed) {
                processes();
                engine.containers(run).stream().filter(known::add).forEach(this::container);
                Cli.pause(Duration.ofMillis(20));
            }
        } catch (RuntimeException e) { // told by seen(): a search of half a run proves nothing
            blinded = Optional.of(e);
        }
    }

    private void processes() {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            all.filter(path -> String.valueOf(path.getFileName()).matches("\\d+"))
                    .forEach(process -> List.of("cmdline", "environ")
                            .forEach(what -> read(process.resolve(what)).ifPresent(text -> keep(what, text))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void container(String id) {
        String described = engine.raw("/containers/" + id + "/json");
        keep("container", described);
        int at = described.indexOf("\"Image\":\"sha256:");
        if (at >= 0) {
            String image = described.substring(at + 9, at + 9 + "sha256:".length() + 64);
            keep("image", engine.raw("/images/" + image + "/history"));
            keep("image", engine.raw("/images/" + image + "/json"));
        }
    }

    private void keep(String where, String text) {
        if (known.add(text)) {
            seen.put(where + " " + seen.size(), text);
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty(); // it has ended, or is not ours to look into
        }
    }
}
