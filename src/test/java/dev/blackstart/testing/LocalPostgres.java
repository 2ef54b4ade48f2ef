package dev.blackstart.testing;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A PostgreSQL server of its own that really runs, on this machine, as whoever may run one. Seen as a host, tools reach it. */
public final class LocalPostgres implements Host, AutoCloseable {
    private static final Path PACKAGED = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";

    private final Path directory;
    private final Path data;
    private final ThisMachine machine;

    private LocalPostgres(Path directory) {
        this.directory = directory;
        this.data = directory.resolve("data");
        this.machine = new ThisMachine(directory);
    }

    /**
     * Make an empty one and start it.
     *
     * @param options of {@code initdb}, such as {@code --data-checksums}
     */
    public static LocalPostgres make(String... options) {
        LocalPostgres server = unfilled();
        List<String> initdb = new ArrayList<>(List.of(
                server.binary("initdb"),
                "--no-sync",
                "--no-instructions",
                "--auth=trust",
                "--username=" + USER,
                "--encoding=UTF8",
                "--locale=C",
                "--pgdata=" + server.data));
        initdb.addAll(List.of(options));
        server.asItself(initdb.toArray(String[]::new));
        server.start();
        return server;
    }

    /** Make one whose files are given to it, as {@code data}, before it is started. */
    public static LocalPostgres unfilled() {
        try {
            LocalPostgres server =
                    new LocalPostgres(Files.createTempDirectory(Path.of("/tmp"), "pg")); // sockets have short paths
            if (root()) {
                server.run("chown", USER, server.directory.toString());
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        if (root()) {
            run("chown", "-R", USER, directory.toString());
        }
        asItself(
                binary("pg_ctl"),
                "--pgdata=" + data,
                "--log=" + directory.resolve("log"),
                "--options=-c listen_addresses='' -c unix_socket_directories=" + directory
                        + " -c fsync=off -c max_prepared_transactions=2 -c wal_level=logical",
                "--wait",
                "--silent",
                "start");
    }

    public void stop() {
        asItself(binary("pg_ctl"), "--pgdata=" + data, "--mode=fast", "--wait", "--silent", "stop");
    }

    /** Stop and start it: no page lies in a buffer then, but those of its catalogues. */
    public void restart() {
        stop();
        start();
    }

    /** Whether it runs, however it was started. */
    public boolean runs() {
        return machine.run(Command.as(USER, itself(binary("pg_ctl"), "status", "--pgdata=" + data)))
                .succeeded();
    }

    /** Carry out statements, each by itself; throws where one fails. */
    public String sql(String database, String statements) {
        return checked(run(Command.as(USER, "psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database, "-f", "-")
                .with(statements)));
    }

    /** Write something else into one of its files. */
    public void overwrite(String file, String text) {
        asItself(
                "sh",
                "-c",
                "printf '%s' \"$1\" >\"$2\"",
                "overwrite",
                text,
                data.resolve(file).toString());
    }

    /** A file beside its data, which it can read. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /** Run one of its own tools on its files, such as {@code pg_checksums}. */
    public void tool(String name, String... arguments) {
        List<String> words = new ArrayList<>(List.of(binary(name)));
        words.addAll(List.of(arguments));
        words.add("--pgdata=" + data);
        asItself(words.toArray(String[]::new));
    }

    /** Run another program as whoever runs the server. */
    public Outcome program(String... words) {
        return run(Command.as(USER, itself(words)));
    }

    /** Add a line to one of its files, which need not be there yet. */
    public void append(String file, String line) {
        asItself(
                "sh",
                "-c",
                "printf '%s\\n' \"$1\" >>\"$2\"",
                "append",
                line,
                data.resolve(file).toString());
    }

    @Override
    public String name() {
        return "db";
    }

    @Override
    public Outcome run(Command command) {
        return machine.run(reaching(command));
    }

    @Override
    public Outcome stream(Command command, OutputStream out) {
        return machine.stream(reaching(command), out);
    }

    private Command reaching(Command command) {
        Map<String, String> environment = new HashMap<>(command.environment());
        environment.putAll(Map.of("PGHOST", directory.toString(), "PGUSER", USER));
        List<String> words = new ArrayList<>(command.arguments());
        words.set(0, binary(words.get(0))); // what Debian puts before it looks for a server, each time
        return new Command(command.user(), words, environment, command.input(), command.timeout());
    }

    @Override
    public Watch watch(Command command, Consumer<String> line) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void write(String path, byte[] content, String owner, int mode) {
        throw new UnsupportedOperationException();
    }

    /** PostgreSQL refuses to run as root. */
    private void asItself(String... words) {
        run(itself(words));
    }

    private static String[] itself(String... words) {
        List<String> all = new ArrayList<>();
        if (root()) {
            all.addAll(List.of("runuser", "-u", USER, "--"));
        }
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }

    private void run(String... words) {
        try {
            Process process = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        String.join(" ", words) + ": " + Files.readString(directory.resolve("output")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String binary(String name) {
        try (Stream<Path> packaged = Files.exists(PACKAGED) ? Files.list(PACKAGED) : Stream.empty()) {
            return packaged.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .map(Path::toString)
                    .orElse(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private static String checked(Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new IllegalStateException(outcome.err());
        }
        return outcome.out();
    }

    @Override
    public void close() {
        if (Files.exists(data) && runs()) {
            asItself(binary("pg_ctl"), "--pgdata=" + data, "--mode=immediate", "--wait", "--silent", "stop");
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
