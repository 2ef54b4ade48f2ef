package dev.blackstart.definition;

import java.nio.file.Path;

/** Names files as the reader of a message expects them: relative to the directory that the command was typed in. */
record ShownPaths(Path directory) {
    ShownPaths {
        directory = directory.toAbsolutePath().normalize();
    }

    static ShownPaths workingDirectory() {
        return new ShownPaths(Path.of(""));
    }

    Path absolute(Path path) {
        return directory.resolve(path).normalize();
    }

    /** Shortens files below the directory; leaves others absolute. */
    Path shown(Path path) {
        Path absolute = absolute(path);
        return absolute.startsWith(directory) && !absolute.equals(directory)
                ? directory.relativize(absolute)
                : absolute;
    }
}
