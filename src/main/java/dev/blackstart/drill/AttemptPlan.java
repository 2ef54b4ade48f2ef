package dev.blackstart.drill;

import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event.Control;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an attempt does otherwise than the drill itself. */
record AttemptPlan(String name, Optional<Control> control, Optional<String> secret) {
    static final AttemptPlan MAIN = new AttemptPlan(Entry.MAIN, Optional.empty(), Optional.empty());

    boolean main() {
        return control.isEmpty();
    }

    /** The secrets that never arrive on the responder. */
    Set<String> withheld() {
        return secret.stream().collect(Collectors.toSet());
    }
}
