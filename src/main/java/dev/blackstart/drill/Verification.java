package dev.blackstart.drill;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.DrillDefinition.Check;
import dev.blackstart.environment.Replica;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.verification.Checks;
import dev.blackstart.verification.Databases;
import dev.blackstart.verification.Fingerprint;
import dev.blackstart.verification.VerificationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Compares every database with its baseline and carries out the drill's own checks, side by side. */
final class Verification {
    private final RunContext run;
    private final Databases databases;
    private final Checks checks;
    private final Consumer<Event> recorder;
    private final AtomicInteger comparisons = new AtomicInteger();

    Verification(RunContext run, Replica replica, Databases databases, Doors doors, Consumer<Event> recorder) {
        this.run = run;
        this.databases = databases;
        this.checks = new Checks(replica, databases, doors::probe);
        this.recorder = recorder;
    }

    void run(Map<String, Fingerprint> before) {
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(() -> compare(before));
        run.drill().verification().forEach(check -> tasks.add(() -> carryOut(check)));
        SideBySide.run(tasks);
        recorder.accept(new Event.Verified(comparisons.get()));
    }

    private void compare(Map<String, Fingerprint> before) {
        try {
            Map<String, Fingerprint> after = databases.fingerprints();
            before.forEach((host, print) -> {
                Fingerprint now = after.get(host);
                if (now != null) {
                    comparisons.addAndGet(print.size());
                    print.differencesOf(now)
                            .forEach(difference -> recorder.accept(new Event.DataDiffered(
                                    host, databases.name(host), difference.object(), difference.what())));
                }
            });
        } catch (VerificationException e) {
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
