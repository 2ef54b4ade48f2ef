package dev.blackstart.testing;

import static org.awaitility.Awaitility.await;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A MariaDB server of its own that really runs, on this machine, as nobody in particular. Seen as a host, tools reach it. */
public final class LocalMariadb implements Host, AutoCloseable {
    private static final Path PACKAGED = Path.of("/usr/sbin/mariadbd"); // on nobody's path but root's
    private static final String USER = "nobody";
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Path directory;
    private final ThisMachine machine;
    private @Nullable Process process;

    private LocalMariadb(Path directory) {
        this.directory = directory;
        this.machine = new ThisMachine(directory);
    }

    /** Make an empty one and start it. */
    public static LocalMariadb make(String... settings) {
        LocalMariadb server = unfilled();
        server.checked(Command.as(
                "root",
                "mariadb-install-db",
                "--no-defaults",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--user=" + server.user(),
                "--datadir=" + server.data()));
        server.start(settings);
        return server;
    }

    /** Make one whose files are given to it before it is started. */
    public static LocalMariadb unfilled() {
        try {
            LocalMariadb server =
                    new LocalMariadb(Files.createTempDirectory(Path.of("/tmp"), "md")); // sockets have short paths
            if (root()) {
                server.checked(Command.as("root", "chown", USER, server.directory.toString()));
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Start it; returns once it answers. */
    public void start(String... settings) {
        if (root()) {
            checked(Command.as("root", "chown", "-R", USER, directory.toString()));
        }
        List<String> words = new ArrayList<>(List.of(
                Files.exists(PACKAGED) ? PACKAGED.toString() : "mariadbd",
                "--no-defaults",
                "--user=" + user(),
                "--datadir=" + data(),
                "--socket=" + socket(),
                "--pid-file=" + directory.resolve("pid"),
                "--log-error=" + directory.resolve("log"),
                "--skip-networking",
                "--lock-wait-timeout=30",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-dump-at-shutdown=0"));
        words.addAll(List.of(settings));
        try {
            process = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the tests need MariaDB (ci/test installs it)", e);
        }
        await().atMost(LONG)
                .until(() -> !started().isAlive()
                        || machine.run(client("mariadb-admin", "ping")).succeeded());
        checked(client("mariadb-admin", "ping"));
    }

    public void stop() {
        Optional<ProcessHandle> running = running();
        checked(client("mariadb-admin", "shutdown"));
        running.ifPresent(
                server -> server.onExit().orTimeout(1, TimeUnit.MINUTES).join());
        ended();
    }

    /** End it as a power cut does. */
    public void kill() {
        started().destroyForcibly();
        ended();
    }

    private Optional<ProcessHandle> running() {
        try {
            Path file = directory.resolve("pid");
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                            .filter(server -> server.info()
                                    .commandLine()
                                    .filter(words -> words.contains(data().toString()))
                                    .isPresent())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(ProcessHandle server) {
        server.destroyForcibly();
        server.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    private Process started() {
        return Objects.requireNonNull(process);
    }

    private void ended() {
        try {
            if (!started().waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Carry out statements; throws where one fails. */
    public String sql(String database, String statements) {
        return checked(client(
                        "mariadb",
                        "--batch",
                        "--skip-column-names",
                        "--default-character-set=utf8mb4",
                        "--database=" + database)
                .with(statements));
    }

    /** Run one of its own tools, such as {@code mariadb-dump}, and give what it writes. */
    public String tool(String... words) {
        return checked(client(words));
    }

    public String socket() {
        return directory.resolve("sock").toString();
    }

    public Path data() {
        return directory.resolve("data");
    }

    /** A file beside its data, which it can read. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /** Word one of its tools so that it reaches the server; what {@code sh} carries out has that as its arguments. */
    public Command client(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(
                words[0].equals("sh") ? all.size() : 1,
                List.of("--no-defaults", "--protocol=socket", "--socket=" + socket(), "--user=root"));
        return Command.as("root", all.toArray(String[]::new)).within(LONG);
    }

    @Override
    public String name() {
        return "db";
    }

    @Override
    public Outcome run(Command command) {
        return machine.run(command);
    }

    @Override
    public Outcome stream(Command command, OutputStream out) {
        return machine.stream(command, out);
    }

    @Override
    public Watch watch(Command command, Consumer<String> line) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void write(String path, byte[] content, String owner, int mode) {
        throw new UnsupportedOperationException();
    }

    private String checked(Command command) {
        Outcome outcome = machine.run(command);
        if (!outcome.succeeded()) {
            throw new IllegalStateException(command + ": " + outcome.err() + outcome.out());
        }
        return outcome.out();
    }

    private String user() {
        return root() ? USER : System.getProperty("user.name");
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    /** Start it, and leave it where it does not answer. */
    public void tryToStart() {
        try {
            start();
        } catch (IllegalStateException e) {
            kill();
        }
    }

    /** One that somebody else has started meanwhile ends as well. */
    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
        running().ifPresent(LocalMariadb::kill);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
