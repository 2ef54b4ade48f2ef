package dev.blackstart.report;

import dev.blackstart.journal.Journal;
import dev.blackstart.testing.Journals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run's directory as a run leaves it. */
final class RunDirectory {
    private RunDirectory() {}

    static Path of(Path parent, String name, Journals journals) throws IOException {
        Path directory = Files.createDirectories(parent.resolve(name));
        try (Journal journal = Journal.open(directory, entry -> {})) {
            journals.entries().forEach(journal::append);
        }
        return directory;
    }
}
