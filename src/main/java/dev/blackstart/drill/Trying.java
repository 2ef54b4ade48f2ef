package dev.blackstart.drill;

import dev.blackstart.backup.BackupException;
import dev.blackstart.definition.Step;
import dev.blackstart.journal.Event.StepEnded;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.recovery.Manner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sees of one step after the other what it needs: carries it out with one thing missing, gives that back, and carries the very
 * same step out again. What a step does not miss goes on missing: see {@link Riders}. The page ends where nothing is left to
 * see, or where a step does not succeed with everything there: then the replica is no longer what it was, and tells nothing.
 */
final class Trying implements Manner {
    private final Lacks lacks;
    private final List<Trial> left;
    private final Riders riders;

    Trying(Lacks lacks, List<Trial> trials) {
        this.lacks = lacks;
        this.left = new ArrayList<>(trials);
        this.riders = new Riders(lacks);
    }

    @Override
    public StepOutcome carryOut(int number, Step step, Run run) {
        run.begin();
        riders.passing(number, run);
        StepEnded end = carriedOut(number, run);
        run.end(end);
        boolean through = end.outcome() == StepOutcome.DONE;
        return through && left.isEmpty() && riders.none() ? StepOutcome.CUT : end.outcome();
    }

    private StepEnded carriedOut(int number, Run run) {
        Missed missed = new Missed(lacks);
        StepEnded end = without(number, run, missed).orElseGet(run::tried);
        while (end.outcome() == StepOutcome.FAILED && !riders.none()) {
            left.addAll(missed.trials()); // what failed may have failed for want of what rides: it is seen again
            missed = new Missed(lacks);
            if (!riders.giveBackLatest(number)) {
                return end;
            }
            StepEnded want = end;
            end = without(number, run, missed).orElseGet(run::tried);
            if (end.outcome() == StepOutcome.DONE) {
                end = riders.tell(number, want, end);
            }
        }
        missed.tell(end.outcome());
        return end;
    }

    /** Carry the step out without each thing that is due; what it does not miss rides on, and the step has ended. */
    private Optional<StepEnded> without(int number, Run run, Missed missed) {
        for (List<Trial> together : due(number)) {
            // What a step misses at once, it would miss of all of them, and nobody would know which.
            Optional<StepEnded> end =
                    together.size() > 1 && later(together) ? without(together, run, missed) : Optional.empty();
            for (Trial trial : together) {
                end = end.isEmpty() ? without(List.of(trial), run, missed) : end;
            }
            if (end.isPresent()) {
                return end;
            }
        }
        return anyStep(run, missed);
    }

    private static boolean later(List<Trial> trials) {
        return trials.get(0).later();
    }

    private Optional<StepEnded> without(List<Trial> trials, Run run, Missed missed) {
        List<Lack> taken = trials.stream().map(Trial::control).map(lacks::of).toList();
        StepEnded end = run.tried();
        if (end.outcome() != StepOutcome.FAILED) {
            left.removeAll(trials);
            for (int i = 0; i < trials.size(); i++) {
                riders.ride(trials.get(i).control(), end, taken.get(i));
            }
            return Optional.of(end);
        }
        taken.forEach(Lack::giveBack);
        if (trials.size() == 1) {
            left.removeAll(trials);
            missed.add(trials.get(0), end);
        }
        return Optional.empty();
    }

    /** What one step can show, kind by kind: things of one kind may all be missing at once. */
    private List<List<Trial>> due(int number) {
        List<List<Trial>> due = new ArrayList<>();
        for (Trial trial : left) {
            if (trial.step().filter(step -> step == number).isPresent()) {
                boolean same = !due.isEmpty()
                        && due.get(due.size() - 1)
                                .get(0)
                                .control()
                                .kind()
                                .equals(trial.control().kind());
                if (!same) {
                    due.add(new ArrayList<>());
                }
                due.get(due.size() - 1).add(trial);
            }
        }
        return due;
    }

    /** What any step may miss is given back after each that does not; where it cannot be taken now, a later step tells. */
    private Optional<StepEnded> anyStep(Run run, Missed missed) {
        Optional<Trial> any =
                left.stream().filter(trial -> trial.step().isEmpty()).findFirst();
        Optional<Lack> taken = any.flatMap(this::takenIfItCan);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        StepEnded end = run.tried();
        taken.get().giveBack();
        if (end.outcome() != StepOutcome.FAILED) {
            return Optional.of(end);
        }
        left.remove(any.get());
        missed.add(any.get(), end);
        return Optional.empty();
    }

    private Optional<Lack> takenIfItCan(Trial trial) {
        try {
            return Optional.of(lacks.of(trial.control()));
        } catch (BackupException e) {
            return Optional.empty();
        }
    }
}
