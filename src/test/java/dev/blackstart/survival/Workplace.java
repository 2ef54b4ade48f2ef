package dev.blackstart.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A user of Blackstart with leases and reports of their own, so that nobody else's runs are theirs to sweep. The base is
 * the machine's cached one unless a cache of their own is asked for.
 */
record Workplace(Path directory, Map<String, String> environment) {
    static final String DRILL = "drills/lost-database-server.drill.yaml";

    static Workplace in(Path directory) {
        Path temporary = directory.resolve("tmp");
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Workplace(
                directory,
                Map.of(
                        "XDG_STATE_HOME",
                        directory.resolve("state").toString(),
                        "JDK_JAVA_OPTIONS",
                        "-Djava.io.tmpdir=" + temporary + " -XX:-UsePerfData"));
    }

    Workplace with(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new Workplace(directory, more);
    }

    Workplace withOwnCache() {
        return with("XDG_CACHE_HOME", cache().toString());
    }

    Path cache() {
        return directory.resolve("cache");
    }

    Path reports() {
        return directory.resolve("reports");
    }

    Path temporary() {
        return directory.resolve("tmp");
    }

    /** Start {@code run --quick} with the reports here. */
    Cli run(String... drills) {
        return runWith(List.of("--quick"), drills);
    }

    Cli runWith(List<String> options, String... drills) {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--reports", reports().toString()));
        arguments.addAll(options);
        arguments.addAll(List.of(drills));
        return Cli.start(this, arguments);
    }

    Cli clean() {
        return Cli.start(this, List.of("clean"));
    }

    /** The directories of runs, the oldest first. */
    List<Path> runs() {
        return files(reports()).stream().filter(Files::isDirectory).toList();
    }

    /** What is left in the directories that no run may leave anything in. */
    List<Path> litter() {
        List<Path> litter = new ArrayList<>(files(temporary()));
        litter.addAll(files(directory.resolve("state/blackstart/runs")));
        return litter;
    }

    /** What was on the terminals. */
    List<Path> terminals() {
        return files(directory()).stream()
                .filter(file -> file.toString().endsWith(".txt"))
                .toList();
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
