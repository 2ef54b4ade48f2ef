package dev.blackstart.finding;

import java.nio.file.Path;

/**
 * Names where something stands in a file that a user wrote.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record Place(Path file, int line, int column) {
    /** Names a file as a whole. */
    public static Place start(Path file) {
        return new Place(file, 1, 1);
    }

    /** Renders {@code file:line}, as findings and reports show it. */
    public String fileAndLine() {
        return file + ":" + line;
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
