package dev.blackstart.environment.docker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks programs up as a shell does. */
final class SearchPath {
    private SearchPath() {}

    /** @param directories as in {@code PATH} */
    static Optional<Path> find(String directories, String program) {
        return Stream.of(directories.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
