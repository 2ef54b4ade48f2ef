package dev.blackstart.report;

import dev.blackstart.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes the reports of a run beside its journal. */
public final class Reports {
    /** What scripts read; it can be read back. */
    public static final String JSON = JsonReport.FILE;

    /** What people read. */
    public static final String HTML = HtmlReport.FILE;

    /** Beside the runs' directories: what the last session's runs showed together. */
    public static final String SUMMARY = "summary.md";

    private static final String UNFINISHED = ".tmp";

    private Reports() {}

    /** Name the files that each run has. */
    public static List<String> files() {
        return Renderings.all().stream().map(Rendering::file).toList();
    }

    /**
     * Read a {@code report.json} that was written once, by this version or an earlier one of the same shape.
     *
     * @throws IOException also where it is none
     */
    public static Report load(Path json) throws IOException {
        return JsonReport.read(Files.readString(json));
    }

    /**
     * Judge the journal in a run's directory and write every report of it, each whole or not at all. Safe to repeat, and
     * the same for the same journal.
     */
    public static Report write(Path runDirectory) throws IOException {
        Report report = read(runDirectory);
        for (Rendering rendering : Renderings.all()) {
            write(runDirectory.resolve(rendering.file()), rendering.render(report));
        }
        return report;
    }

    /** Write what the runs of a session showed together, into the directory that holds theirs. */
    public static void write(Tally tally, Path directory) throws IOException {
        write(directory.resolve(SUMMARY), tally.markdown());
    }

    /** Write the reports of a run that was killed, perhaps while it wrote them. */
    public static Report finish(Path runDirectory) throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(runDirectory, ".*" + UNFINISHED)) {
            for (Path file : unfinished) {
                Files.delete(file);
            }
        }
        return write(runDirectory);
    }

    /** Judge the journal in a run's directory without writing anything. */
    public static Report read(Path runDirectory) throws IOException {
        Path name = runDirectory.toAbsolutePath().normalize().getFileName();
        return ReportBuilder.build(Journal.read(runDirectory), String.valueOf(name));
    }

    private static void write(Path file, String text) throws IOException {
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), UNFINISHED);
        try {
            Files.writeString(unfinished, text, StandardCharsets.UTF_8);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
