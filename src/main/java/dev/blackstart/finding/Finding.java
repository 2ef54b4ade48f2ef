package dev.blackstart.finding;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;

/**
 * One thing that a reader must act on, or know; findings of one cause have the same message at several places.
 *
 * @param message without a capital and a full stop
 * @param hint what would mend it
 */
public record Finding(Code code, Place place, String message, String hint) {
    /** Find something about a file as a whole. */
    public static Finding ofFile(Code code, Path file, String message, String hint) {
        return new Finding(code, Place.start(file), message, hint);
    }

    /** Say whether the answer to what was asked is complete in spite of these. */
    public static boolean allTold(Collection<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.code().untold());
    }

    public Severity severity() {
        return code.severity();
    }

    /** Say of which part it was found, such as a control of a run. */
    public Finding prefixed(String prefix) {
        return new Finding(code, place, prefix + message, hint);
    }

    /** Render {@code file:line:column: message} and, on a second line, the hint. */
    public String render() {
        String kind = severity() == Severity.ERROR ? "" : severity().name().toLowerCase(Locale.ROOT) + ": ";
        return "%s: %s%s%n  HINT: %s".formatted(place, kind, message, hint);
    }
}
