package dev.blackstart.drift;

import dev.blackstart.finding.Finding;
import java.util.List;

/** What was found, the worst first, and who opens what. */
public record DriftAnswer(List<Finding> findings, List<FileAccess> files) {
    public DriftAnswer {
        findings = List.copyOf(findings);
        files = List.copyOf(files);
    }
}
