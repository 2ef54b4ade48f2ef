package dev.blackstart.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the scripts in a directory with a space in its name, and a path on which nothing is but what is put there. */
final class Checkout {
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "cp",
            "date",
            "env",
            "find",
            "flock",
            "grep",
            "id",
            "ls",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "setsid",
            "sha256sum",
            "sleep",
            "tail",
            "touch",
            "tr",
            "true",
            "wc");

    /** Says what it was given; {@code wait} makes it wait until something is written to the pipe {@code gate}. */
    private static final String JAVA = """
            case "$*" in
                *-XshowSettings*) printf '    java.home = %s\\n    java.specification.version = %s\\n' "$HOME/jdk" 17 ;;
                *ArchiveClassesAtExit*) ;;
                *wait) echo "pid=$$" && cat "$HOME/gate" ;;
                *)
                    printf '%s\\n' "pid=$$" "engine=${DOCKER_HOST-}"
                    for argument; do echo "argument=$argument"; done
                    ;;
            esac
            """;

    private static final String MAVEN = """
            echo built >>"$HOME/builds"
            mkdir -p target/lib
            : >target/blackstart.jar
            : >target/lib/library.jar
            """;

    /** Stands in for an engine: it answers at the sockets that are listed in a file. */
    private static final String CURL = """
            echo "$*" >>"$HOME/asked"
            while read -r socket; do
                case " $* " in *" $socket "*) exit 0 ;; esac
            done <"$HOME/answering"
            exit 7
            """;

    final Path root;
    final Path home;
    private final Path bin;
    private final Map<String, String> environment = new TreeMap<>();

    Checkout(Path directory) throws IOException {
        root = directory.resolve("my checkout");
        home = Files.createDirectories(directory.resolve("home"));
        bin = Files.createDirectories(directory.resolve("bin"));
        Path here = Path.of("").toAbsolutePath();
        for (String script : List.of("blackstart", "ci/engine", "ci/setup")) {
            copy(here.resolve(script), root.resolve(script));
        }
        try (Stream<Path> parts = Files.list(here.resolve("ci/lib"))) {
            parts.forEach(part -> copy(part, root.resolve("ci/lib").resolve(part.getFileName())));
        }
        Files.createDirectories(root.resolve("src/main"));
        Files.createFile(root.resolve("pom.xml"));
        write(home.resolve("jdk/bin/java"), JAVA);
        write(home.resolve("jdk/bin/javac"), "");
        write(bin.resolve("java"), "exec \"$HOME/jdk/bin/java\" \"$@\"");
        write(bin.resolve("mvn"), MAVEN);
        write(bin.resolve("curl"), CURL);
        Files.createFile(home.resolve("answering"));
        environment.put("HOME", home.toString());
        environment.put("PATH", bin + ":" + tools(here.resolve("target/launcher-test-tools")));
        environment.put("BLACKSTART_JVMS", home.resolve("no-jvms").toString());
    }

    Path bin(String tool) {
        return bin.resolve(tool);
    }

    Checkout script(Path script, String body) throws IOException {
        write(script, body);
        return this;
    }

    Checkout with(String tool, String script) throws IOException {
        Files.deleteIfExists(bin.resolve(tool));
        write(bin.resolve(tool), script);
        return this;
    }

    Checkout without(String tool) throws IOException {
        Files.delete(bin.resolve(tool));
        return this;
    }

    Checkout withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return finish(start(root.resolve("blackstart"), arguments));
    }

    /** Starts a script with its standard output and error kept in files of their own. */
    Process start(Path script, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                .toList());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.directory(home.toFile()).start();
    }

    Outcome finish(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Outcome(process.waitFor(), output, errors);
    }

    /** Changes a source, certainly after whatever was built until now. */
    void changeSources() throws IOException {
        Path source = root.resolve("src/main/Changed.java");
        Files.writeString(source, "changed");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
    }

    long builds() throws IOException {
        Path log = home.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    /** Links the tools that every Debian has into one directory, away from Java, Maven and the engine's commands. */
    private static Path tools(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (String tool : TOOLS) {
            if (!Files.exists(directory.resolve(tool))) {
                Files.createSymbolicLink(directory.resolve(tool), Path.of("/usr/bin", tool));
            }
        }
        return directory;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path script, String body) throws IOException {
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    record Outcome(int exitCode, String output, String errors) {}
}
