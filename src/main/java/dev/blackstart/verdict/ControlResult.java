package dev.blackstart.verdict;

import dev.blackstart.control.Control;
import dev.blackstart.control.Proof;
import dev.blackstart.control.Ruled;
import dev.blackstart.history.Verdict;
import java.util.Optional;

/** What a control came to. */
public record ControlResult(Control control, Ruled ruled) {
    public Verdict verdict() {
        return ruled.verdict();
    }

    /** Say whether it came to what it had to come to. */
    public boolean asExpected() {
        return ruled.verdict() == control.expected();
    }

    /** Say whether nobody has to act on it: it is as expected, or somebody accepted openly that it is not. */
    public boolean accepted() {
        return asExpected() || ruled.tolerated().isPresent();
    }

    /** Say what it shows of the secret that it tells of. */
    Proof proof() {
        return control.kind().proof(ruled.verdict());
    }

    /** Why it may pass, where somebody accepted that openly. */
    public Optional<String> tolerated() {
        return ruled.tolerated();
    }
}
