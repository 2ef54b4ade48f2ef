package dev.blackstart.verdict;

import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import java.util.Optional;

/**
 * What a control came to.
 *
 * @param withheld the secret that was withheld
 * @param expected {@code FAILED}, or {@code PASSED} where everybody was back
 * @param verdict inconclusive also where it failed, but not for the reason that it was run for
 * @param explanation one sentence
 * @param where what decided it stands
 * @param tolerated why it may pass, where somebody accepted that openly
 */
public record ControlResult(
        String name,
        Event.Control kind,
        Optional<String> withheld,
        Verdict expected,
        Verdict verdict,
        String explanation,
        Place where,
        Optional<String> tolerated) {
    public boolean asExpected() {
        return verdict == expected;
    }
}
