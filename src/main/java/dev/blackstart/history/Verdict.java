package dev.blackstart.history;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import java.util.Collection;

/** What a drill came to; the order is the order of badness, and the worst one wins. */
public enum Verdict {
    PASSED,
    /** Something could not be run or told: never green. */
    INCONCLUSIVE,
    FAILED;

    /** Name the best verdict that something can have of which this was found. */
    public static Verdict allowedBy(Severity severity) {
        return switch (severity) {
            case ERROR -> FAILED;
            case WARNING -> INCONCLUSIVE;
            case NOTE -> PASSED;
        };
    }

    public static Verdict allowedBy(Collection<Finding> findings) {
        return findings.stream().map(finding -> allowedBy(finding.severity())).reduce(PASSED, Verdict::worst);
    }

    /** Keep the worse of the two. */
    public Verdict worst(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
