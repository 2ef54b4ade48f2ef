package dev.blackstart.drift;

import java.util.List;

/** What was found, the worst first, and who opens what. */
public record DriftAnswer(List<Finding> findings, List<FileAccess> files) {
    public DriftAnswer {
        findings = List.copyOf(findings);
        files = List.copyOf(files);
    }

    /** Lists the findings because of which the answer about access is not complete. */
    public List<Finding> untold() {
        return findings.stream().filter(finding -> finding.code().untold()).toList();
    }

    /** Says whether everything could be read and told. */
    public boolean complete() {
        return untold().isEmpty();
    }
}
