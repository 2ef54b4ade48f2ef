package dev.blackstart.drill;

import dev.blackstart.finding.Place;
import dev.blackstart.verdict.ControlResult;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries the controls of a run out, several side by side: each may be shown as a test of its own. */
public interface Controls {
    /**
     * Carry one out, and end with it.
     *
     * @param place what it is about: the secret that is withheld, or the drill
     * @param control is asked once, and gives nothing where the control left no trace; what it throws has to come out again
     */
    void carryOut(String name, Place place, Supplier<Optional<ControlResult>> control);
}
