package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import dev.blackstart.history.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one attempt's recovery came to.
 *
 * @param causes what was seen to go wrong
 * @param missing the first link of the evidence that is not there, where nothing else explains it
 */
record Ruling(List<Finding> causes, Optional<Finding> missing) {
    Ruling {
        causes = List.copyOf(causes);
    }

    Verdict verdict() {
        return Verdict.allowedBy(findings());
    }

    /** Whether service and data were back, whatever came after that. */
    boolean recovered() {
        return missing.isEmpty()
                && causes.stream()
                        .filter(cause -> cause.code() != VerdictCode.REBOOT_FAILED)
                        .allMatch(cause -> cause.severity() == Severity.NOTE);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(causes);
        missing.ifPresent(findings::add);
        return findings;
    }

    /** Leave out what is missing where a run that was cut short explains it. */
    List<Finding> told(boolean cutShort) {
        return cutShort ? causes : findings();
    }
}
