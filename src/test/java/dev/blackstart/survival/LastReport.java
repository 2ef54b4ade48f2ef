package dev.blackstart.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a reader of {@code report.json} sees. */
record LastReport(String verdict, List<String> codes, String text) {
    static LastReport of(Path run) {
        try {
            JsonNode report =
                    new ObjectMapper().readTree(run.resolve("report.json").toFile());
            return new LastReport(
                    report.path("verdict").asText(),
                    StreamSupport.stream(report.path("findings").spliterator(), false)
                            .map(finding -> finding.path("code").asText())
                            .toList(),
                    report.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
