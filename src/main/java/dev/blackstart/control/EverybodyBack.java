package dev.blackstart.control;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.Optional;
import java.util.stream.Stream;

/** Of a lock-out drill: everybody is back, and recovery must succeed; otherwise something else than the lock stopped it. */
@Word("everybody-back")
record EverybodyBack() implements ControlKind {
    static Optional<EverybodyBack> read(Parameters none) {
        return Optional.of(new EverybodyBack());
    }

    @Override
    public String name(Control control) {
        return "everybody back";
    }

    @Override
    public Verdict expected() {
        return Verdict.PASSED;
    }

    @Override
    public Stream<Control> owed(Owing drill) {
        return drill.plan().lockedOut() ? Stream.of(new Control(this)) : Stream.empty();
    }

    @Override
    public String whyNone(Owing drill) {
        return "recovery is not expected to be locked out";
    }

    @Override
    public InPlace inPlace(Event.RunStarted plan) {
        return InPlace.NEVER;
    }

    @Override
    public void change(Control control, AttemptChanges changes) {
        changes.everybodyBack();
    }

    @Override
    public Ruled passed(Judged control) {
        return Ruled.of(
                Verdict.PASSED,
                "with everybody back, recovery went through",
                control.plan().place());
    }

    @Override
    public Ruled failed(Judged control, Finding why) {
        return Ruled.of(
                Verdict.FAILED,
                why.message(),
                why.place(),
                new Finding(
                        ControlCode.CONTROL_FAILED,
                        why.place(),
                        "with everybody back recovery failed too, so that the lock-out proves nothing: "
                                + why.message(),
                        why.hint()));
    }

    @Override
    public boolean tellsOf(String secret, Control control, boolean door) {
        return door;
    }

    @Override
    public Proof proof(Verdict verdict) {
        return verdict == expected() ? Proof.NEEDED : Proof.UNPROVEN;
    }
}
