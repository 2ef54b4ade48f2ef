package dev.blackstart.verdict;

import dev.blackstart.history.Verdict;
import java.util.Collection;

/**
 * One thing that a reader must act on, or know.
 *
 * @param code one of those in {@code docs/findings.md}, or the code that came with something untold
 * @param where {@code file:line}
 * @param hint what would mend it
 */
public record Finding(Severity severity, String code, String message, String where, String hint) {
    /** How much a finding weighs. */
    public enum Severity {
        /** The recovery, or what it promised, failed. */
        ERROR(Verdict.FAILED),
        /** Something could not be told, so nothing can be called good. */
        WARNING(Verdict.INCONCLUSIVE),
        /** Good to know; changes no verdict. */
        NOTE(Verdict.PASSED);

        private final Verdict verdict;

        Severity(Verdict verdict) {
            this.verdict = verdict;
        }

        /** Name the best verdict that a drill with such a finding can have. */
        public Verdict verdict() {
            return verdict;
        }
    }

    static Finding failed(String code, String message, String where, String hint) {
        return new Finding(Severity.ERROR, code, message, where, hint);
    }

    static Finding untold(String code, String message, String where, String hint) {
        return new Finding(Severity.WARNING, code, message, where, hint);
    }

    static Finding note(String code, String message, String where, String hint) {
        return new Finding(Severity.NOTE, code, message, where, hint);
    }

    Finding prefixed(String prefix) {
        return new Finding(severity, code, prefix + message, where, hint);
    }

    static Verdict worst(Collection<Finding> findings) {
        return findings.stream().map(finding -> finding.severity().verdict()).reduce(Verdict.PASSED, Verdict::worst);
    }
}
