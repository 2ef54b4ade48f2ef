package dev.blackstart.report;

import dev.blackstart.control.ControlCode;
import dev.blackstart.finding.Code;
import dev.blackstart.finding.Severity;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.verdict.VerdictCode;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the codes that a written report names. */
final class ReportCodes {
    private ReportCodes() {}

    /** A code that another version knows, and this one does not. */
    private record Foreign(String word, Severity severity) implements Code {
        @Override
        public String name() {
            return word.toUpperCase(Locale.ROOT).replace('-', '_');
        }
    }

    static Code of(String word, Severity severity) {
        return Stream.<Code[]>of(VerdictCode.values(), ControlCode.values(), UntoldCode.values())
                .flatMap(Stream::of)
                .filter(code -> code.word().equals(word) && code.severity() == severity)
                .findFirst()
                .orElseGet(() -> new Foreign(word, severity));
    }
}
