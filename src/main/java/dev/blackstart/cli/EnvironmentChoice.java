package dev.blackstart.cli;

import dev.blackstart.definition.Similar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the environment that was meant: by its name below {@code environments/}, by its path, or as the only one. */
final class EnvironmentChoice {
    private static final Path ENVIRONMENTS = Path.of("environments");
    private static final String SECRETS = "secrets.yaml";

    private EnvironmentChoice() {}

    static Path of(Optional<String> typed) {
        List<String> known = known();
        if (typed.isPresent()) {
            String name = typed.get();
            if (known.contains(name)) {
                return ENVIRONMENTS.resolve(name);
            }
            if (!name.isEmpty() && Files.exists(Path.of(name))) {
                return Path.of(name);
            }
            throw new BadInput(
                    "unknown environment \"%s\"%s".formatted(name, Similar.suggestion(name, known)), hint(known));
        }
        if (known.size() != 1) {
            throw new BadInput(
                    known.isEmpty() ? "there is no environment below environments/" : "which environment?",
                    hint(known));
        }
        return ENVIRONMENTS.resolve(known.get(0));
    }

    private static String hint(List<String> known) {
        return known.isEmpty()
                ? "name a directory that holds a secrets.yaml."
                : "name one of: %s; or a directory that holds a secrets.yaml.".formatted(String.join(", ", known));
    }

    private static List<String> known() {
        if (!Files.isDirectory(ENVIRONMENTS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(ENVIRONMENTS)) {
            return entries.filter(entry -> Files.exists(entry.resolve(SECRETS)))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("environments/ cannot be read: " + e.getMessage(), e);
        }
    }

    /** Gives the directory of drills that stands beside {@code environments/}, where there is one. */
    static Optional<Path> drillsBeside(Path environment) {
        return Optional.ofNullable(environment.getParent())
                .map(Path::getParent)
                .map(above -> above.resolve("drills"))
                .filter(Files::isDirectory);
    }
}
