package dev.blackstart.control;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The backups are emptied: where data was lost, recovery must fail, and no state of a lost host may be there at the end of the
 * page all the same.
 */
@Word("without-backup")
record WithoutBackup() implements ControlKind {
    static Optional<WithoutBackup> read(Parameters none) {
        return Optional.of(new WithoutBackup());
    }

    @Override
    public String name(Control control) {
        return "without a backup";
    }

    @Override
    public Verdict expected() {
        return Verdict.FAILED;
    }

    @Override
    public Stream<Control> owed(Owing drill) {
        boolean due = !drill.plan().lockedOut() && drill.plan().losesData();
        return due ? Stream.of(new Control(this)) : Stream.empty();
    }

    @Override
    public String whyNone(Owing drill) {
        return drill.lockedOut().orElse("nothing is lost that only a backup brings back");
    }

    @Override
    public InPlace inPlace(Event.RunStarted plan) {
        // A step that fails tells of itself alone: what another brings back is seen in a recovery that goes on.
        return plan.states().isEmpty() ? InPlace.AT_ONCE : InPlace.NEVER;
    }

    @Override
    public void change(Control control, AttemptChanges changes) {
        changes.withoutBackup();
    }

    @Override
    public Ruled passed(Judged control) {
        String message = "this drill proves nothing: the environment recovered without a backup";
        return new StatesWithoutBackup(control)
                .added(
                        Ruled.of(
                                Verdict.PASSED,
                                message,
                                control.plan().place(),
                                new Finding(
                                        ControlCode.CONTROL_PASSED,
                                        control.plan().place(),
                                        message,
                                        "find where the data came from: something that should be lost was not, or a copy lies elsewhere")));
    }

    @Override
    public Ruled failed(Judged control, Finding why) {
        return new StatesWithoutBackup(control).added(control.stopped(why));
    }

    @Override
    public boolean tellsOf(String secret, Control control, boolean door) {
        return false;
    }

    @Override
    public Proof proof(Verdict verdict) {
        return Proof.UNPROVEN;
    }
}
