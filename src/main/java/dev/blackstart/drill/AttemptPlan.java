package dev.blackstart.drill;

import dev.blackstart.control.AttemptChanges;
import dev.blackstart.control.Control;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.observe.ProbePace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an attempt does otherwise than the drill itself.
 *
 * @param withheld the secrets that never arrive on the responder
 * @param replaced the secrets that have another value there
 * @param leftOut the steps that are not carried out
 * @param patience with what is carried out after a step has failed, in a recovery without a backup
 * @param trials what is tried step by step; none: it follows the page as in life
 */
record AttemptPlan(
        String name,
        Optional<Control> control,
        Set<String> withheld,
        Set<String> replaced,
        Set<Integer> leftOut,
        boolean withoutBackup,
        boolean olderBackup,
        boolean everybodyBack,
        Patience patience,
        List<Trial> trials) {
    static final AttemptPlan MAIN = of(Entry.MAIN, List.of());

    AttemptPlan {
        withheld = Set.copyOf(withheld);
        replaced = Set.copyOf(replaced);
        leftOut = Set.copyOf(leftOut);
        trials = List.copyOf(trials);
    }

    /** One in which nobody recovers: it only shows who sees what is done. */
    static AttemptPlan looking(String name) {
        return of(name, List.of());
    }

    /** One replica in which several controls are tried, step by step. */
    static AttemptPlan of(String name, List<Trial> trials) {
        return new AttemptPlan(
                name, Optional.empty(), Set.of(), Set.of(), Set.of(), false, false, false, Patience.NONE, trials);
    }

    /** @param patience as much as the drill itself needed */
    static AttemptPlan of(Control control, Patience patience) {
        Asked asked = new Asked();
        control.change(asked);
        return new AttemptPlan(
                control.name(),
                Optional.of(control),
                asked.withheld,
                asked.replaced,
                asked.leftOut,
                asked.withoutBackup,
                asked.olderBackup,
                asked.everybodyBack,
                patience,
                List.of());
    }

    boolean main() {
        return control.isEmpty() && !shared();
    }

    /** Whether the workload runs in it; most controls look at recovery only. */
    boolean writes() {
        return main() || olderBackup;
    }

    /** Whether several controls are tried in it. */
    boolean shared() {
        return !trials.isEmpty();
    }

    /** How closely its probes look: the drill itself alone measures when the service is back. */
    ProbePace pace() {
        return main() ? ProbePace.DEFAULT : ProbePace.UNHURRIED;
    }

    /** How the journal marks the attempt; empty: it is the drill itself. */
    Optional<String> mark() {
        return shared() ? Optional.of(Event.AttemptStarted.STEP_BY_STEP) : control.map(Control::word);
    }

    /** Hears what a control asks for. */
    private static final class Asked implements AttemptChanges {
        private final Set<String> withheld = new HashSet<>();
        private final Set<String> replaced = new HashSet<>();
        private final Set<Integer> leftOut = new HashSet<>();
        private boolean withoutBackup;
        private boolean olderBackup;
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
        public void replace(String secret) {
            replaced.add(secret);
        }

        @Override
        public void leaveOut(int step) {
            leftOut.add(step);
        }

        @Override
        public void olderBackup() {
            olderBackup = true;
        }

        @Override
        public void withoutBackup() {
            withoutBackup = true;
        }
    }
}
