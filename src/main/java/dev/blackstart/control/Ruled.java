package dev.blackstart.control;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import java.util.List;
import java.util.Optional;

/**
 * What a control came to.
 *
 * @param verdict inconclusive also where it failed, but not for the reason that it was run for
 * @param explanation one sentence
 * @param where what decided it
 * @param tolerated why it may pass, where somebody accepted that openly
 * @param findings what the reader of the drill must know of it
 * @param states which states came back in it; none where that was not its question
 */
public record Ruled(
        Verdict verdict,
        String explanation,
        Place where,
        Optional<String> tolerated,
        List<Finding> findings,
        List<Event.StateLooked> states) {
    public Ruled {
        findings = List.copyOf(findings);
        states = List.copyOf(states);
    }

    /** One that asked for no states. */
    public Ruled(Verdict verdict, String explanation, Place where, Optional<String> tolerated, List<Finding> findings) {
        this(verdict, explanation, where, tolerated, findings, List.of());
    }

    static Ruled of(Verdict verdict, String explanation, Place where, Finding... findings) {
        return new Ruled(verdict, explanation, where, Optional.empty(), List.of(findings));
    }
}
