package dev.blackstart.definition;

import dev.blackstart.definition.EnvironmentReader.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The environments that were read so far; each is read once, however many drills use it. */
final class Environments {
    private final EnvironmentReader reader;
    private final Problems problems;
    private final Map<Path, Reading> read = new TreeMap<>();

    Environments(EnvironmentReader reader, Problems problems) {
        this.reader = reader;
        this.problems = problems;
    }

    Reading read(Path directory) {
        return read.computeIfAbsent(directory, reader::read);
    }

    Collection<Reading> all() {
        return read.values();
    }

    /** Finds the environment that a drill names: a name below an {@code environments} directory above it, or a path. */
    Optional<Reading> find(Yaml mention, Path drill) {
        Optional<String> name = mention.text();
        Optional<Path> directory = name.flatMap(text -> directory(text, drill));
        if (name.isPresent() && directory.isEmpty()) {
            problems.error(
                    mention.place(),
                    "unknown environment \"" + name.get() + "\"",
                    "It is looked for as environments/%s/compose.yaml in each directory above the drill."
                            .formatted(name.get()));
        }
        return directory.map(this::read);
    }

    private static Optional<Path> directory(String name, Path drill) {
        Path beside = drill.getParent();
        if (beside == null || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        if (name.contains("/")) {
            return Optional.of(beside.resolve(name).normalize()).filter(Environments::isEnvironment);
        }
        for (Path above = beside; above != null; above = above.getParent()) {
            Path candidate = above.resolve("environments").resolve(name);
            if (isEnvironment(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean isEnvironment(Path directory) {
        return Files.isRegularFile(directory.resolve(EnvironmentReader.COMPOSE));
    }
}
