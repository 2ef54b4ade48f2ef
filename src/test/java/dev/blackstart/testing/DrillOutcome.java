package dev.blackstart.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the command line ended with, and the report of the one run that it made.
 *
 * @param pages the reports that people read, from their beginning, each as far as it is seen at first
 * @param output of the process
 */
public record DrillOutcome(
        int exitCode,
        String verdict,
        List<ReportedFinding> findings,
        JsonNode report,
        List<String> pages,
        String output) {
    /** What fits on a screen: that many lines of text, and that many characters of a page. */
    private static final int LINES = 24;

    private static final int CHARACTERS = 2_500;

    /** One of the report's findings. */
    public record ReportedFinding(String severity, String code, String message, String where, String hint) {}

    public DrillOutcome {
        findings = List.copyOf(findings);
        pages = List.copyOf(pages);
    }

    static DrillOutcome of(int exitCode, Path reports, String output) throws IOException {
        Path run = only(reports, output);
        JsonNode report = new ObjectMapper().readTree(run.resolve("report.json").toFile());
        List<ReportedFinding> findings = StreamSupport.stream(
                        report.get("findings").spliterator(), false)
                .map(DrillOutcome::finding)
                .toList();
        String markdown =
                Files.readString(run.resolve("report.md")).lines().limit(LINES).collect(Collectors.joining("\n"));
        String html = Files.readString(run.resolve("report.html"))
                .replaceAll("(?s)<(style|script|svg)\\b.*?</\\1>|<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'");
        return new DrillOutcome(
                exitCode,
                report.get("verdict").asText(),
                findings,
                report,
                List.of(markdown, html.substring(0, Math.min(html.length(), CHARACTERS))),
                output);
    }

    private static Path only(Path reports, String output) throws IOException {
        try (Stream<Path> runs = Files.isDirectory(reports) ? Files.list(reports) : Stream.of()) {
            List<Path> all = runs.filter(Files::isDirectory).toList();
            if (all.size() != 1) {
                throw new AssertionError("not one run but " + all + ":\n" + output);
            }
            return all.get(0);
        }
    }

    private static ReportedFinding finding(JsonNode node) {
        return new ReportedFinding(
                node.get("severity").asText(),
                node.get("code").asText(),
                node.get("message").asText(),
                node.get("where").asText(),
                node.get("hint").asText());
    }
}
