package dev.blackstart.drill;

import dev.blackstart.control.AttemptChanges;
import dev.blackstart.control.Control;
import dev.blackstart.journal.Entry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an attempt does otherwise than the drill itself.
 *
 * @param withheld the secrets that never arrive on the responder
 */
record AttemptPlan(
        String name, Optional<Control> control, Set<String> withheld, boolean withoutBackup, boolean everybodyBack) {
    static final AttemptPlan MAIN = new AttemptPlan(Entry.MAIN, Optional.empty(), Set.of(), false, false);

    AttemptPlan {
        withheld = Set.copyOf(withheld);
    }

    static AttemptPlan of(Control control) {
        Asked asked = new Asked();
        control.change(asked);
        return new AttemptPlan(
                control.name(), Optional.of(control), asked.withheld, asked.withoutBackup, asked.everybodyBack);
    }

    boolean main() {
        return control.isEmpty();
    }

    /** Hears what a control asks for. */
    private static final class Asked implements AttemptChanges {
        private final Set<String> withheld = new HashSet<>();
        private boolean withoutBackup;
        private boolean everybodyBack;

        @Override
        public void everybodyBack() {
            everybodyBack = true;
        }

        @Override
        public void withhold(String secret) {
            withheld.add(secret);
        }

        @Override
        public void withoutBackup() {
            withoutBackup = true;
        }
    }
}
