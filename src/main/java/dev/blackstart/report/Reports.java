package dev.blackstart.report;

import dev.blackstart.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the reports of a run beside its journal. */
public final class Reports {
    public static final String JSON = "report.json";
    public static final String HTML = "report.html";
    public static final String MARKDOWN = "report.md";
    public static final String JUNIT = "junit.xml";

    /** Beside the runs' directories: what the last session's runs showed together. */
    public static final String SUMMARY = "summary.md";

    private static final String UNFINISHED = ".tmp";

    private Reports() {}

    /**
     * Judge the journal in a run's directory and write every report of it, each whole or not at all. Safe to repeat, and
     * the same for the same journal.
     */
    public static Report write(Path runDirectory) throws IOException {
        Report report = read(runDirectory);
        write(runDirectory.resolve(JSON), JsonReport.render(report));
        write(runDirectory.resolve(HTML), HtmlReport.render(report));
        write(runDirectory.resolve(MARKDOWN), MarkdownReport.render(report));
        write(runDirectory.resolve(JUNIT), JunitReport.render(report));
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
