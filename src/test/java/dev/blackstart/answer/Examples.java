package dev.blackstart.answer;

import dev.blackstart.access.Access;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.EnvironmentDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Answers about the inventories that the documentation shows, and about such as a test writes down. */
final class Examples {
    private Examples() {}

    static Stream<Answer> all() {
        return Stream.of(
                        "environments/snowdrift",
                        "docs/access/two-people",
                        "docs/access/five-people",
                        "docs/access/safe-deposit-box")
                .map(directory -> of(Path.of(directory)));
    }

    static Answer of(String inventory, Path directory) {
        try {
            Files.writeString(directory.resolve("secrets.yaml"), inventory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(directory);
    }

    static Answer of(Path directory) {
        return of(directory, 0, Set.of());
    }

    static Answer of(Path directory, int atLeast, Set<String> without) {
        Definitions read = DefinitionReader.readDocuments(directory);
        if (read.broken()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        EnvironmentDefinition environment = read.environments().get(0);
        return Answer.of(
                environment.name(), environment.inventory(), Access.of(environment, List.of()), without, atLeast);
    }
}
