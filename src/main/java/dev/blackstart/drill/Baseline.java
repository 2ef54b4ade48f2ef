package dev.blackstart.drill;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.Check;
import dev.blackstart.definition.DrillDefinition.StartedBackup;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Held;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.state.Difference;
import dev.blackstart.state.Fingerprint;
import dev.blackstart.state.Living;
import dev.blackstart.terminal.Excerpt;
import dev.blackstart.verification.Checks;
import dev.blackstart.verification.OnReplica;
import dev.blackstart.verification.References;
import dev.blackstart.verification.SaidBefore;
import dev.blackstart.verification.Signs;
import dev.blackstart.verification.States;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Lets the workload run for as long as the drill says; meanwhile tries the checks, and writes down what every state holds. */
final class Baseline implements Part {
    private static final Duration BACKED_UP_WITHIN = Duration.ofHours(1);

    private final AttemptContext context;
    private final Optional<WorkloadRun> workload;
    private final States states;
    private final Watching watching;
    private final SaidBefore said = new SaidBefore();
    private final NewBackups backups;
    private final Optional<StartedBackup> started;
    private final References references;
    private final Signs signs;
    private Map<Held, Living> before = Map.of();
    private References.Broken broken = new References.Broken(Map.of(), Map.of());

    Baseline(AttemptContext context, Watching watching, Optional<WorkloadRun> workload) {
        this.context = context;
        this.watching = watching;
        this.backups = new NewBackups(
                context.replica(),
                context.drill().environment().backups(),
                context.run().backupsCame());
        this.workload = workload;
        this.started = context.drill().backup();
        EnvironmentDefinition environment = context.drill().environment();
        String mark = context.run().token().text();
        this.references = new References(environment, context.replica(), mark);
        this.signs = new Signs(environment, context.replica(), mark);
        this.states = new States(environment, context.replica(), mark);
    }

    @Override
    public boolean carryOut() {
        Duration began = context.ticker().elapsed();
        signs.leave();
        workload.ifPresent(WorkloadRun::start);
        backups.look();
        Calibrating calibrating = new Calibrating(context, () -> new CheckQuestions(context, checks()).all());
        return calibrating.carryOut() && writeDown(began);
    }

    private boolean writeDown(Duration began) {
        return context.waiting(Stage.BASELINE, () -> {
            Map<Held, Fingerprint> taken = states.fingerprints();
            taken.forEach((held, print) -> context.record(new Event.FingerprintTaken(
                    held.host(), held.state().name(), print.size(), held.state().counts(print))));
            ask();
            workload.ifPresent(WorkloadRun::awaitHalf);
            if (!started.map(this::start).orElse(true)) {
                return false;
            }
            workload.ifPresent(WorkloadRun::awaitLength);
            ask(); // What the workload alone has changed, no recovery brings back.
            said.close();
            if (started.isEmpty()) {
                backups.lookAgain(context.ticker().elapsed().minus(began));
            }
            before = lookAgain(taken);
            return true;
        });
    }

    /** What changed since the first look did so on its own: nothing was destroyed yet. */
    private Map<Held, Living> lookAgain(Map<Held, Fingerprint> first) {
        Map<Held, Fingerprint> second = states.fingerprints();
        broken = references.before(second);
        broken.rows()
                .forEach((held, rows) -> context.record(
                        new Event.Referred(held.host(), held.state().name(), rows)));
        Map<Held, Living> living = new HashMap<>();
        first.forEach((held, print) -> {
            Living one = Living.between(held.state(), print, second.getOrDefault(held, print), held.living());
            one.parts()
                    .forEach(part -> context.record(new Event.Lived(
                            held.host(), held.state().name(), part.name(), part.what(), part.declared())));
            living.put(held, one);
        });
        return living;
    }

    /** The backup that stands for those that come too rarely to be waited for. */
    private boolean start(StartedBackup backup) {
        Duration began = context.ticker().elapsed();
        Outcome outcome = context.replica()
                .host(backup.service())
                .run(Command.as("root", "bash", "-c", backup.run()).within(BACKED_UP_WITHIN));
        if (!outcome.succeeded()) {
            context.record(new Event.Untold(
                    UntoldCode.BACKUP_FAILED,
                    "the backup did not end well that was started on %s before the disaster: %s"
                            .formatted(backup.service(), Excerpt.line(outcome.err() + " " + outcome.out())),
                    backup.place(),
                    "without it, nothing could be recovered; see what its command says on that host"));
            return false;
        }
        context.record(new Event.BackupStarted(
                backup.service(), context.ticker().elapsed().minus(began), backup.every()));
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
        return new Checks(new OnReplica(context.replica(), watching.doors()::probe, said));
    }

    NewBackups backups() {
        return backups;
    }

    States states() {
        return states;
    }

    Signs signs() {
        return signs;
    }

    References references() {
        return references;
    }

    /** Which rows had no file, and which files no row, when nothing was destroyed yet. */
    References.Broken broken() {
        return broken;
    }

    /** Tell each way in which what is there now differs, of what could be looked at. */
    void compare(Map<Held, Fingerprint> now, BiConsumer<Held, Difference> differed) {
        before.forEach((held, living) -> {
            if (now.containsKey(held)) {
                held.state()
                        .told(living.differences(now.get(held)))
                        .forEach(difference -> differed.accept(held, difference));
            }
        });
    }

    /** How many things of a state are compared. */
    int size(Held held) {
        return Optional.ofNullable(before.get(held)).map(Living::size).orElse(0);
    }

    Map<Held, Living> before() {
        return before;
    }

    @Override
    public void end() {
        workload.ifPresent(WorkloadRun::close);
    }
}
