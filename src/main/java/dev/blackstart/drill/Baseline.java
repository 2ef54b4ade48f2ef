package dev.blackstart.drill;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.Check;
import dev.blackstart.definition.Held;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import dev.blackstart.state.Fingerprint;
import dev.blackstart.verification.Checks;
import dev.blackstart.verification.SaidBefore;
import dev.blackstart.verification.States;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Lets the workload run for as long as the drill says; meanwhile tries the checks, and writes down what every state holds. */
final class Baseline implements Part {
    private final AttemptContext context;
    private final Optional<WorkloadRun> workload;
    private final States states;
    private final Watching watching;
    private final SaidBefore said = new SaidBefore();
    private final NewBackups backups;
    private Map<Held, Fingerprint> before = Map.of();

    Baseline(AttemptContext context, Watching watching, Optional<WorkloadRun> workload) {
        this.context = context;
        this.watching = watching;
        this.backups =
                new NewBackups(context.replica(), context.drill().environment().backups());
        this.workload = workload;
        this.states = new States(
                context.drill().environment(),
                context.replica(),
                context.run().token().text());
    }

    @Override
    public boolean carryOut() {
        Duration began = context.ticker().elapsed();
        workload.ifPresent(WorkloadRun::start);
        backups.look();
        Calibrating calibrating = new Calibrating(context, () -> new CheckQuestions(context, checks()).all());
        return calibrating.carryOut() && writeDown(began);
    }

    private boolean writeDown(Duration began) {
        before = context.waiting(Stage.BASELINE, () -> {
            Map<Held, Fingerprint> taken = states.fingerprints();
            taken.forEach((held, print) -> context.record(new Event.FingerprintTaken(
                    held.host(), held.state().name(), print.size(), held.state().counts(print))));
            ask();
            workload.ifPresent(WorkloadRun::awaitLength);
            ask(); // What the workload alone has changed, no recovery brings back.
            said.close();
            backups.lookAgain(context.ticker().elapsed().minus(began));
            return taken;
        });
        return true;
    }

    private void ask() {
        Checks checks = checks();
        SideBySide.run(context.drill().verification().stream()
                .filter(Check::remembers)
                .map(check -> (Runnable) () -> checks.carryOut(check))
                .toList());
    }

    /** The drill's own checks, which know what was said before. */
    Checks checks() {
        return new Checks(context.replica(), watching.doors()::probe, said);
    }

    NewBackups backups() {
        return backups;
    }

    States states() {
        return states;
    }

    Map<Held, Fingerprint> before() {
        return before;
    }

    @Override
    public void end() {
        workload.ifPresent(WorkloadRun::close);
    }
}
