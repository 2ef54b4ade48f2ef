package dev.blackstart.drift;

import dev.blackstart.finding.Finding;
import java.util.List;

/** What was found, the worst first, who opens what, who is to, and who may log in to servers. */
public record DriftAnswer(List<Finding> findings, List<FileAccess> files, List<Openers> openers, List<Login> logins) {
    public DriftAnswer {
        openers = List.copyOf(openers);
        logins = List.copyOf(logins);
        findings = List.copyOf(findings);
        files = List.copyOf(files);
    }
}
