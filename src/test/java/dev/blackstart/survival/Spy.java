package dev.blackstart.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.commission.BaseSecrets;
import dev.blackstart.environment.Base;
import dev.blackstart.secret.Leak;
import dev.blackstart.secret.SecretScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Searches for secrets wherever another user of the machine or the engine could look, as long as a run goes on: the
 * arguments and the environment of every process, the engine's description of every container, and the history of
 * every image that one was made from.
 */
final class Spy implements AutoCloseable {
    private final Path run;
    private final EngineView engine;
    private final SecretScan scan;
    private final List<Leak> leaks = new CopyOnWriteArrayList<>();
    private final Set<String> processes = new HashSet<>();
    private final Set<String> containers = new HashSet<>();
    private final Set<String> images = new HashSet<>();
    private final Thread thread = new Thread(this::spy, "spy");
    private volatile boolean closed;

    private Spy(Path run, EngineView engine, SecretScan scan) {
        this.run = run;
        this.engine = engine;
        this.scan = scan;
    }

    /** How much was searched: distinct command lines and environments, containers, images. */
    record Looked(int processes, int containers, int images) {
        void demandEnough() {
            assertThat(processes).isGreaterThan(20);
            assertThat(containers).isGreaterThanOrEqualTo(7);
            assertThat(images).isGreaterThanOrEqualTo(6);
        }
    }

    /** Begin; the base that the run stands on is the one that was used last. */
    static Spy on(Path run, EngineView engine) throws IOException {
        BaseSecrets secrets = BaseSecrets.of(new Base(newestBase()));
        assertThat(secrets.documented()).isNotEmpty();
        assertThat(secrets.personal()).isNotEmpty();
        SecretScan scan = SecretScan.of(secrets.all());
        secrets.all()
                .forEach(secret -> assertThat(scan.text("itself", secret.reveal()))
                        .as("that the search finds anything")
                        .isNotEmpty());
        Spy spy = new Spy(run, engine, scan);
        spy.thread.setDaemon(true);
        spy.thread.start();
        return spy;
    }

    SecretScan scan() {
        return scan;
    }

    /** What was found until now, or until it was closed. */
    List<Leak> leaks() {
        return List.copyOf(leaks);
    }

    synchronized Looked looked() {
        return new Looked(processes.size(), containers.size(), images.size());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void spy() {
        while (!closed) {
            processes();
            containers();
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void processes() {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            all.filter(path -> String.valueOf(path.getFileName()).matches("\\d+"))
                    .forEach(process -> List.of("cmdline", "environ")
                            .forEach(what -> read(process.resolve(what)).ifPresent(text -> {
                                if (processes.add(text)) {
                                    leaks.addAll(scan.text(what + " of " + name(process), text));
                                }
                            })));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty(); // it has ended, or is not ours to look into
        }
    }

    private static String name(Path process) {
        return read(process.resolve("comm")).orElse("a process").strip();
    }

    private synchronized void containers() {
        for (String container : engine.containers(run)) {
            if (containers.add(container)) {
                String described = engine.raw("/containers/" + container + "/json");
                leaks.addAll(scan.text("the description of a container", described));
                image(described);
            }
        }
    }

    private void image(String described) {
        int at = described.indexOf("\"Image\":\"sha256:");
        if (at < 0) {
            return;
        }
        String image = described.substring(at + 9, at + 9 + "sha256:".length() + 64);
        if (images.add(image)) {
            leaks.addAll(scan.text("the history of an image", engine.raw("/images/" + image + "/history")));
            leaks.addAll(scan.text("the description of an image", engine.raw("/images/" + image + "/json")));
        }
    }

    private static Path newestBase() throws IOException {
        Path cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        List<Path> bases = new ArrayList<>();
        try (Stream<Path> all = Files.list(cache.resolve("blackstart/bases"))) {
            all.filter(base -> String.valueOf(base.getFileName()).matches("snowdrift-[0-9a-f]{16}"))
                    .forEach(bases::add);
        }
        bases.sort(Comparator.comparing(base -> base.toFile().lastModified()));
        return bases.get(bases.size() - 1);
    }
}
