package dev.blackstart.control;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest backups are replaced by those from before the workload: a drill that passes all the same, within its
 * objectives, cannot tell the two apart.
 */
@Word("older-backup")
record OlderBackup() implements ControlKind {
    static Optional<OlderBackup> read(Parameters none) {
        return Optional.of(new OlderBackup());
    }

    @Override
    public String name(Control control) {
        return "with an older backup";
    }

    @Override
    public Verdict expected() {
        return Verdict.FAILED;
    }

    @Override
    public Stream<Control> owed(Owing drill) {
        boolean due = !drill.plan().lockedOut() && drill.plan().losesData() && drill.wrote();
        return due ? Stream.of(new Control(this)) : Stream.empty();
    }

    @Override
    public String whyNone(Owing drill) {
        return drill.lockedOut()
                .orElse(
                        drill.plan().losesData()
                                ? "no workload wrote until the strike"
                                : "nothing is lost that only a backup brings back");
    }

    @Override
    public InPlace inPlace(Event.RunStarted plan) {
        return InPlace.NEVER;
    }

    @Override
    public void change(Control control, AttemptChanges changes) {
        changes.olderBackup();
    }

    @Override
    public Ruled passed(Judged control) {
        String message =
                "this drill cannot tell an older backup from the newest: it passed within its objectives with one"
                        + " from before the workload";
        return Ruled.of(
                Verdict.PASSED,
                message,
                control.plan().place(),
                new Finding(
                        ControlCode.CONTROL_PASSED,
                        control.plan().place(),
                        message,
                        "let the workload last longer than the recovery point objective, or find where its writes came from"));
    }

    @Override
    public Ruled failed(Judged control, Finding why) {
        return control.stopped(why);
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
