package dev.blackstart.drill;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.Check;
import dev.blackstart.definition.Held;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.state.Difference;
import dev.blackstart.state.Fingerprint;
import dev.blackstart.state.StateException;
import dev.blackstart.verification.Checks;
import dev.blackstart.verification.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Compares every state with its baseline and carries out the drill's own checks, side by side. */
final class Verification {
    private final RunContext run;
    private final Baseline baseline;
    private final Checks checks;
    private final Consumer<Event> recorder;
    private final AtomicInteger comparisons = new AtomicInteger();

    Verification(RunContext run, Baseline baseline, Consumer<Event> recorder) {
        this.run = run;
        this.baseline = baseline;
        this.checks = baseline.checks();
        this.recorder = recorder;
    }

    void run() {
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(this::compare);
        tasks.add(() -> baseline.signs()
                .found()
                .forEach((held, found) -> recorder.accept(
                        new Event.SignLooked(held.host(), held.state().name(), found))));
        run.drill().verification().forEach(check -> tasks.add(() -> carryOut(check)));
        SideBySide.run(tasks);
        recorder.accept(new Event.Verified(comparisons.get()));
    }

    private void compare() {
        Map<Held, Fingerprint> after = baseline.states().remains(this::silent);
        after.keySet().forEach(held -> comparisons.addAndGet(baseline.size(held)));
        baseline.compare(after, this::differed);
        try {
            worse(after).forEach((held, differences) -> differences.forEach(difference -> differed(held, difference)));
        } catch (StateException e) {
            silent(e);
        }
    }

    private void silent(StateException e) {
        recorder.accept(new Event.Untold(
                UntoldCode.STATE_UNREADABLE,
                e.getMessage() + ": " + e.detail(),
                run.drill().place(),
                "without its content nothing can be said about it; see what the host's journal says"));
    }

    /** A row comes before its file, or after it: what is so at a second look, too, is no moment between. */
    private Map<Held, List<Difference>> worse(Map<Held, Fingerprint> after) {
        References.Broken now = baseline.references().after(after);
        now.rows().values().forEach(comparisons::addAndGet);
        Map<Held, List<Difference>> worse = now.since(baseline.broken());
        if (worse.values().stream().allMatch(List::isEmpty)) {
            return worse;
        }
        Map<Held, Fingerprint> again =
                baseline.states().remains(baseline.references().files(), this::silent);
        Map<Held, List<Difference>> still = baseline.references().after(again).since(baseline.broken());
        still.replaceAll((held, differences) -> differences.stream()
                .filter(worse.getOrDefault(held, List.of())::contains)
                .toList());
        return still;
    }

    private void differed(Held held, Difference difference) {
        recorder.accept(
                new Event.DataDiffered(held.host(), held.state().name(), difference.object(), difference.what()));
    }

    private void carryOut(Check check) {
        Checks.Result result = checks.carryOut(check);
        comparisons.incrementAndGet();
        recorder.accept(new Event.CheckEnded(check.name(), result.outcome(), result.detail(), check.place()));
    }
}
