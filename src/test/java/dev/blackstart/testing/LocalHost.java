package dev.blackstart.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A workstation whose programs really run, on this machine, with a home of its own: what is tested on it is what gpg and
 * pass do, and not what somebody believed of them.
 */
public final class LocalHost implements Host, AutoCloseable {
    private final Path home;
    private final List<Consumer<String>> watches = new CopyOnWriteArrayList<>();
    private final Set<Path> known = new HashSet<>();

    private LocalHost(Path home) {
        this.home = home;
    }

    /** One with an empty home, which is gone once it is closed. */
    public static LocalHost make() throws IOException {
        return new LocalHost(Files.createTempDirectory(Path.of("/tmp"), "bs")); // sockets have short paths
    }

    /** A file of its home. */
    public Path file(String name) {
        return home.resolve(name);
    }

    @Override
    public String name() {
        return "responder";
    }

    @Override
    public Outcome run(Command command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Outcome outcome = stream(command, out);
        return new Outcome(outcome.ending(), outcome.exitCode(), out.toString(UTF_8), outcome.err());
    }

    @Override
    public Outcome stream(Command command, OutputStream out) {
        List<String> words = command.arguments().stream().map(this::here).toList();
        try {
            Path input = Files.createTempFile("input", ".txt");
            Path errors = Files.createTempFile("errors", ".txt");
            Files.writeString(input, command.input());
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(home.toFile())
                    .redirectInput(input.toFile())
                    .redirectError(errors.toFile());
            builder.environment().keySet().retainAll(List.of("PATH"));
            command.environment().forEach((key, value) -> builder.environment().put(key, here(value)));
            Process process = builder.start();
            process.getInputStream().transferTo(out);
            Outcome outcome = new Outcome(Outcome.Ending.ENDED, process.waitFor(), "", Files.readString(errors));
            tellOfNewFiles();
            Files.delete(input);
            Files.delete(errors);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException("the tests need gpg, pass and openssl (ci/test installs them)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Watch watch(Command command, Consumer<String> line) {
        watches.add(line);
        line.accept("Watches established.");
        return new Watch() {
            @Override
            public boolean alive() {
                return watches.contains(line);
            }

            @Override
            public void close() {
                watches.remove(line);
            }
        };
    }

    /** As {@code inotifywait} does, which is not on every machine: of files that are new, and of marks after them. */
    private synchronized void tellOfNewFiles() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            files.filter(Files::isRegularFile)
                    .filter(known::add)
                    .sorted(Comparator.comparing(LocalHost::isMark))
                    .map(file -> Desk.HOME + "/" + home.relativize(file))
                    .forEach(file -> watches.forEach(watch -> {
                        watch.accept("CREATE " + file);
                        watch.accept("OPEN " + file);
                    }));
        }
    }

    private static boolean isMark(Path file) {
        return file.toString().contains("/.steps/");
    }

    @Override
    public void write(String path, byte[] content, String owner, int mode) {
        try {
            Files.write(Path.of(here(path)), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String here(String text) {
        return text.replace(Desk.HOME, home.toString());
    }

    @Override
    public void close() throws IOException {
        run(Command.as(Desk.USER, "env", "HOME=" + home, "gpgconf", "--kill", "all"));
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> all = new ArrayList<>(files.toList());
            all.sort(Comparator.reverseOrder());
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        }
    }
}
