package dev.blackstart.drill;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.control.Control;
import dev.blackstart.history.FirstOpenings;
import dev.blackstart.history.History;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which controls share a replica. What can be seen at one step is tried there; what one replica could not try any more,
 * the next does. What no step can show, and what a trial could not tell, gets a recovery of its own.
 */
final class ControlRounds {
    private final List<Entry> entries;
    private final List<Control> owed;
    private final int atOnce;
    private final Consumer<AttemptPlan> trying;
    private final Consumer<Control> owning;
    private int replicas;

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
        History history = History.of(entries);
        Event.RunStarted plan = history.plan().orElseThrow();
        FirstOpenings openings = new FirstOpenings(history.main());
        List<Runnable> round = new ArrayList<>();
        List<Trial> left = trials(plan, openings);
        List<Runnable> alone = own(control -> Trial.of(control, plan, openings).isEmpty());
        int before;
        do {
            together(left).forEach(shared -> round.add(() -> trying.accept(shared)));
            round.addAll(alone); // what takes longest has begun before
            SideBySide.run(round, atOnce);
            round.clear();
            alone = List.of();
            before = left.size();
            left = trials(plan, openings);
        } while (left.size() < before);
        SideBySide.run(own(control -> Trial.of(control, plan, openings).isPresent()), atOnce);
    }

    private List<Runnable> own(Predicate<Control> which) {
        return owed.stream()
                .filter(which)
                .map(control -> (Runnable) () -> owning.accept(control))
                .toList();
    }

    /** What is still to be tried. */
    private List<Trial> trials(Event.RunStarted plan, FirstOpenings openings) {
        Set<Control> tried = tried();
        return owed.stream()
                .filter(control -> !tried.contains(control))
                .flatMap(control -> Trial.of(control, plan, openings).stream())
                .toList();
    }

    /**
     * Those that share a replica. What often shows later may leave a replica behind that is good for nothing more, so it gets
     * another one, side by side with the first; but what opens last of all can spoil nothing, and comes last in the first.
     */
    private List<AttemptPlan> together(List<Trial> trials) {
        int last = trials.stream()
                .flatMap(trial -> trial.step().stream())
                .max(Comparator.naturalOrder())
                .orElse(0);
        Map<Boolean, List<Trial>> spoiling = trials.stream()
                .collect(Collectors.partitioningBy(trial -> later(trial)
                        && trial.step().filter(step -> step == last).isEmpty()));
        return Stream.of(true, false)
                .map(spoils -> spoiling.getOrDefault(spoils, List.of()))
                .filter(some -> !some.isEmpty())
                .map(some -> AttemptPlan.of(
                        "step by step, " + ++replicas,
                        some.stream()
                                .sorted(Comparator.comparing(ControlRounds::later))
                                .toList()))
                .toList();
    }

    private static boolean later(Trial trial) {
        return trial.later();
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
