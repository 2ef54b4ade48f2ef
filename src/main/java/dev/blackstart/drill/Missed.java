package dev.blackstart.drill;

import dev.blackstart.journal.Event.StepEnded;
import dev.blackstart.journal.Event.StepOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one step failed without, until it is known whether it succeeds with it. */
final class Missed {
    private final Lacks lacks;
    private final Map<Trial, StepEnded> failed = new LinkedHashMap<>();

    Missed(Lacks lacks) {
        this.lacks = lacks;
    }

    void add(Trial trial, StepEnded without) {
        failed.put(trial, without);
    }

    Set<Trial> trials() {
        return failed.keySet();
    }

    /** @param then how the step ended with all of it there */
    void tell(StepOutcome then) {
        failed.forEach((trial, without) -> lacks.tell(trial.control(), without, without.number(), Optional.of(then)));
    }
}
