package dev.blackstart.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of the reference environment and one of its drills that a test may change, and the command line as others run
 * it: a process with an exit code. The copy has little data, so that it is commissioned and restored quickly.
 */
public final class Workspace {
    public static final String DRILL = "drills/lost-database-server.drill.yaml";
    public static final String ENVIRONMENT = "environments/snowdrift";
    public static final String RUNBOOK = ENVIRONMENT + "/runbooks/restore-database.md";
    public static final String COMPOSE = ENVIRONMENT + "/compose.yaml";
    public static final String COMMISSION = ENVIRONMENT + "/runbooks/commission.md";
    public static final String SECRETS = ENVIRONMENT + "/secrets.yaml";

    private static final String REPORTS = "reports";
    private static final String OUTPUT = "output";
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(15);
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    private static final List<String> VIRTUAL_MACHINE =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx112m", "-Xss512k");

    private final Path directory;
    private final Path cache;

    private Workspace(Path directory, Path cache) {
        this.directory = directory;
        this.cache = cache;
    }

    /**
     * Copy into an empty directory.
     *
     * @param cache where what was commissioned is kept; workspaces whose commissioning is the same may share it
     */
    public static Workspace copyTo(Path directory, Path cache) throws IOException {
        copy(Path.of(ENVIRONMENT), directory.resolve(ENVIRONMENT));
        copy(Path.of(DRILL), directory.resolve(DRILL));
        Workspace workspace = new Workspace(directory, cache);
        workspace.shrink();
        return workspace;
    }

    /** The same files, where commissioning is changed: what comes of it displaces nothing that others share. */
    public Workspace commissionedApart() {
        return new Workspace(directory, directory.resolve("cache"));
    }

    private void shrink() throws IOException {
        Path seed = file(ENVIRONMENT + "/images/db/rootfs/usr/share/snowdrift/seed.sql");
        String text = Files.readString(seed);
        for (String rows : List.of("20000", "60000", "299999")) {
            if (!text.contains(rows)) {
                throw new AssertionError(seed + " does not make " + rows + " rows any more");
            }
            text = text.replace(rows, rows.substring(0, rows.length() - 2));
        }
        Files.writeString(seed, text);
    }

    public Path file(String name) {
        return directory.resolve(name);
    }

    /** Put a text in the place of another, which has to be there exactly once. */
    public Workspace replace(String name, String text, String by) throws IOException {
        String before = Files.readString(file(name));
        once(name, before, text);
        Files.writeString(file(name), before.replace(text, by));
        return this;
    }

    /** Take out everything from one text up to another. */
    public Workspace cut(String name, String from, String to) throws IOException {
        String before = Files.readString(file(name));
        once(name, before, from);
        once(name, before, to);
        Files.writeString(file(name), before.substring(0, before.indexOf(from)) + before.substring(before.indexOf(to)));
        return this;
    }

    /** Take the fenced block that holds a text out of a runbook. */
    public Workspace withoutStep(String name, String text) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file(name)));
        int begin = fence(name, text);
        int end = begin + 1;
        while (!lines.get(end).equals("```")) {
            end++;
        }
        lines.subList(begin, end + 1).clear();
        Files.write(file(name), lines);
        return this;
    }

    /** Name the line with a text, as reports do: {@code file:line}. */
    public String place(String name, String text) throws IOException {
        return name + ":" + (line(name, text) + 1);
    }

    /** Name the step of a runbook whose block holds a text, as reports do. */
    public String step(String name, String text) throws IOException {
        return name + ":" + (fence(name, text) + 1);
    }

    private int fence(String name, String text) throws IOException {
        List<String> lines = Files.readAllLines(file(name));
        int line = line(name, text);
        while (!lines.get(line).startsWith("```")) {
            line--;
        }
        return line;
    }

    private int line(String name, String text) throws IOException {
        String whole = Files.readString(file(name));
        once(name, whole, text);
        return (int) whole.substring(0, whole.indexOf(text))
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    private static void once(String name, String whole, String text) {
        int first = whole.indexOf(text);
        if (first < 0 || whole.indexOf(text, first + 1) >= 0) {
            throw new AssertionError(name + " does not hold this exactly once: " + text);
        }
    }

    /** Run the drill. */
    public DrillOutcome run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(VIRTUAL_MACHINE);
        command.addAll(List.of("-cp", absolute(CLASS_PATH), "dev.blackstart.cli.Main"));
        command.addAll(List.of("run", "--reports", REPORTS));
        command.addAll(List.of(options));
        command.add(DRILL);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(file(OUTPUT).toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        return outcome(builder.start());
    }

    private DrillOutcome outcome(Process process) throws IOException, InterruptedException {
        try {
            if (!process.waitFor(ENDS_WITHIN.toMinutes(), TimeUnit.MINUTES)) {
                throw new AssertionError("the run does not end:\n" + Files.readString(file(OUTPUT)));
            }
            return DrillOutcome.of(process.exitValue(), file(REPORTS), Files.readString(file(OUTPUT)));
        } finally {
            process.destroy(); // a run that still goes on sweeps up after itself
        }
    }

    /** The working directory of the process is another. */
    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        file.equals(from) ? to : to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
