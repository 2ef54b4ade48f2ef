package dev.blackstart.drill;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.Check;
import dev.blackstart.definition.Held;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.state.Fingerprint;
import dev.blackstart.state.Living;
import dev.blackstart.state.StateException;
import dev.blackstart.verification.Checks;
import dev.blackstart.verification.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Compares every state with its baseline and carries out the drill's own checks, side by side. */
final class Verification {
    private final RunContext run;
    private final States states;
    private final Checks checks;
    private final Consumer<Event> recorder;
    private final AtomicInteger comparisons = new AtomicInteger();

    Verification(RunContext run, States states, Checks checks, Consumer<Event> recorder) {
        this.run = run;
        this.states = states;
        this.checks = checks;
        this.recorder = recorder;
    }

    void run(Map<Held, Living> before) {
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(() -> compare(before));
        run.drill().verification().forEach(check -> tasks.add(() -> carryOut(check)));
        SideBySide.run(tasks);
        recorder.accept(new Event.Verified(comparisons.get()));
    }

    private void compare(Map<Held, Living> before) {
        try {
            Map<Held, Fingerprint> after = states.remains();
            before.forEach((held, living) -> {
                Fingerprint now = after.get(held);
                if (now != null) {
                    comparisons.addAndGet(living.size());
                    held.state()
                            .told(living.differences(now))
                            .forEach(difference -> recorder.accept(new Event.DataDiffered(
                                    held.host(), held.state().name(), difference.object(), difference.what())));
                }
            });
        } catch (StateException e) {
            recorder.accept(new Event.Untold(
                    UntoldCode.DATABASE_UNREADABLE,
                    e.getMessage() + ": " + e.detail(),
                    run.drill().place(),
                    "without its content nothing can be said about the database; see what the host's journal says"));
        }
    }

    private void carryOut(Check check) {
        Checks.Result result = checks.carryOut(check);
        comparisons.incrementAndGet();
        recorder.accept(new Event.CheckEnded(check.name(), result.outcome(), result.detail(), check.place()));
    }
}
