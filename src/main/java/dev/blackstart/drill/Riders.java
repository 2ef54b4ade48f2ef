package dev.blackstart.drill;

import dev.blackstart.control.Control;
import dev.blackstart.journal.Event.StepEnded;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.recovery.Manner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is missing since a step that did not miss it. Where a later step fails, the last of it is given back, and everything
 * since is carried out again, as the page asks of whoever follows it: a step that then succeeds had failed for want of it.
 * What still rides where the page ends, the verification judges.
 */
final class Riders {
    private record Rider(Control control, int since, Lack lack) {}

    private final Lacks lacks;
    private final List<Rider> riding = new ArrayList<>();
    private final List<Rider> back = new ArrayList<>();
    private final NavigableMap<Integer, Manner.Run> passed = new TreeMap<>();

    Riders(Lacks lacks) {
        this.lacks = lacks;
    }

    boolean none() {
        return riding.isEmpty();
    }

    /** Remember how a step is carried out, should it have to be again. */
    void passing(int number, Manner.Run run) {
        passed.put(number, run);
    }

    /** @param end how the step ended that did not miss it */
    void ride(Control control, StepEnded end, Lack lack) {
        lacks.tell(control, end, end.number(), Optional.empty());
        riding.add(new Rider(control, end.number(), lack));
    }

    /**
     * Give back what went missing last, and carry out again what came before this step since then. What somebody knows who
     * is still there comes first, and alone: it is missed more often than what only the page has put where it is.
     *
     * @return true where all of that succeeded: the step may be tried anew
     */
    boolean giveBackLatest(int number) {
        int since = riding.stream().mapToInt(Rider::since).max().orElseThrow();
        Map<Boolean, List<Rider>> latest = riding.stream()
                .filter(rider -> rider.since() == since)
                .collect(Collectors.partitioningBy(rider -> lacks.knownToOthers(rider.control())));
        List<Rider> next = latest.values().stream()
                .filter(some -> !some.isEmpty())
                .reduce((others, known) -> known)
                .orElseThrow();
        riding.removeAll(next);
        back.addAll(next);
        next.forEach(rider -> rider.lack().giveBack());
        return again(since, number - 1)
                .filter(end -> end.outcome() != StepOutcome.DONE)
                .isEmpty();
    }

    /**
     * Tell of what was given back, now that the step succeeds. Of several, each is taken away once more, and all that are left
     * where one was missed: what is not missed goes on riding.
     *
     * @param without how the step ended without all of it
     * @return how the step ended when it was carried out last
     */
    StepEnded tell(int number, StepEnded without, StepEnded then) {
        List<Rider> all = List.copyOf(back);
        back.clear();
        if (all.size() == 1) {
            Rider rider = all.get(0);
            lacks.tell(rider.control(), without, rider.since(), Optional.of(then.outcome()));
            return then;
        }
        StepEnded last = then;
        Deque<Rider> left = new ArrayDeque<>(all);
        while (!left.isEmpty()) {
            Rider rider = left.remove();
            Optional<StepEnded> alone = missed(List.of(rider), number);
            if (alone.isEmpty()) {
                continue;
            }
            last = again(rider.since(), number).orElse(then);
            lacks.tell(rider.control(), alone.get(), rider.since(), Optional.of(last.outcome()));
            if (last.outcome() != StepOutcome.DONE) {
                return last;
            }
            if (left.size() > 1) { // one that is missed is mostly the only one
                if (missed(left, number).isEmpty()) {
                    return last;
                }
                last = again(earliest(left), number).orElse(then);
                if (last.outcome() != StepOutcome.DONE) {
                    return last;
                }
            }
        }
        return last;
    }

    private static int earliest(Collection<Rider> riders) {
        return riders.stream().mapToInt(Rider::since).min().orElseThrow();
    }

    /** Take these away once more: what is not missed goes on riding, else all is given back. */
    private Optional<StepEnded> missed(Collection<Rider> some, int number) {
        List<Rider> taken = some.stream()
                .map(rider -> new Rider(rider.control(), rider.since(), lacks.of(rider.control())))
                .toList();
        Optional<StepEnded> end = again(earliest(taken), number);
        if (end.filter(ended -> ended.outcome() != StepOutcome.DONE).isPresent()) {
            taken.forEach(rider -> rider.lack().giveBack());
            return end;
        }
        riding.addAll(taken);
        return Optional.empty();
    }

    /** Carry these steps out again, until one does not succeed; empty: there are none. */
    private Optional<StepEnded> again(int from, int to) {
        Optional<StepEnded> end = Optional.empty();
        for (Manner.Run run : from > to
                ? List.<Manner.Run>of()
                : passed.subMap(from, true, to, true).values()) {
            end = Optional.of(run.tried());
            if (end.get().outcome() != StepOutcome.DONE) {
                return end;
            }
        }
        return end;
    }
}
