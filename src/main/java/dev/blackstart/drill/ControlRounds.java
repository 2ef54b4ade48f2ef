package dev.blackstart.drill;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.control.Control;
import dev.blackstart.history.FirstOpenings;
import dev.blackstart.history.History;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Decides which controls share a replica. What can be seen at one step is tried there; a replica ends with the first that no
 * step missed at once, so what is left then is tried alone. What no step can show, and what a trial could not tell, gets a
 * recovery of its own.
 */
final class ControlRounds {
    private final List<Entry> entries;
    private final List<Control> owed;
    private final int atOnce;
    private final Consumer<AttemptPlan> trying;
    private final Consumer<Control> owning;

    /**
     * @param entries the journal so far, growing
     * @param trying carries out an attempt that others share
     * @param owning carries out a control's own attempt, or shows what a shared one has told of it
     */
    ControlRounds(
            List<Entry> entries,
            List<Control> owed,
            int atOnce,
            Consumer<AttemptPlan> trying,
            Consumer<Control> owning) {
        this.entries = entries;
        this.owed = List.copyOf(owed);
        this.atOnce = atOnce;
        this.trying = trying;
        this.owning = owning;
    }

    void run() {
        FirstOpenings openings = new FirstOpenings(History.of(entries).main());
        List<Runnable> first = new ArrayList<>();
        owed.stream()
                .filter(control -> Trial.of(control, openings).isEmpty())
                .forEach(control -> first.add(() -> owning.accept(control)));
        together(trials(openings))
                .forEach((name, trials) -> first.add(() -> trying.accept(AttemptPlan.of(name, trials))));
        SideBySide.run(first, atOnce);

        SideBySide.run(
                trials(openings).stream()
                        .map(trial -> (Runnable) () -> trying.accept(alone(trial)))
                        .toList(),
                atOnce);

        SideBySide.run(
                owed.stream()
                        .filter(control -> Trial.of(control, openings).isPresent())
                        .map(control -> (Runnable) () -> owning.accept(control))
                        .toList(),
                atOnce);
    }

    /** What is still to be tried. */
    private List<Trial> trials(FirstOpenings openings) {
        Set<Control> tried = tried();
        return owed.stream()
                .filter(control -> !tried.contains(control))
                .flatMap(control -> Trial.of(control, openings).stream())
                .toList();
    }

    private static AttemptPlan alone(Trial trial) {
        return AttemptPlan.of(trial.control().name() + ", at its step", List.of(trial));
    }

    /** Those that share a replica, by the attempt's name: one for each kind, so that the kinds go side by side. */
    private static Map<String, List<Trial>> together(List<Trial> trials) {
        Map<String, List<Trial>> kinds = new TreeMap<>();
        List<Trial> anywhere = new ArrayList<>();
        for (Trial trial : trials) {
            if (trial.step().isEmpty()) {
                anywhere.add(trial);
            } else {
                kinds.computeIfAbsent("step by step, " + trial.control().word(), unused -> new ArrayList<>())
                        .add(trial);
            }
        }
        if (!anywhere.isEmpty()) {
            String last = kinds.keySet().stream().reduce("step by step", (one, other) -> other);
            kinds.computeIfAbsent(last, unused -> new ArrayList<>()).addAll(anywhere);
        }
        return kinds;
    }

    private Set<Control> tried() {
        Set<Control> tried = new HashSet<>();
        History.of(entries)
                .controls()
                .forEach(attempt -> attempt.all(Event.TrialEnded.class)
                        .forEach(trial -> Control.of(trial).ifPresent(tried::add)));
        return tried;
    }
}
