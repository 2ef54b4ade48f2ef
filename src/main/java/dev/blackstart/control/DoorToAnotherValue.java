package dev.blackstart.control;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.LockedDoor;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everybody is back, but the secret at which a lock-out drill stopped has another value: the door must stay shut. One that
 * opens to any value locks nobody out: whoever is left could make one up.
 */
@Word("door-to-another-value")
record DoorToAnotherValue() implements ControlKind {
    static Optional<DoorToAnotherValue> read(Parameters none) {
        return Optional.of(new DoorToAnotherValue());
    }

    @Override
    public String name(Control control) {
        return "everybody back, with another " + control.secret().orElseThrow();
    }

    @Override
    public Verdict expected() {
        return Verdict.FAILED;
    }

    @Override
    public Stream<Control> owed(Owing drill) {
        return drill.door().map(LockedDoor::secret).map(secret -> new Control(this, secret)).stream();
    }

    @Override
    public String whyNone(Owing drill) {
        return drill.plan().lockedOut()
                ? "recovery stopped at no documented secret"
                : "recovery is not expected to be locked out";
    }

    @Override
    public InPlace inPlace(Event.RunStarted plan) {
        return InPlace.NEVER;
    }

    @Override
    public void change(Control control, AttemptChanges changes) {
        changes.everybodyBack();
        changes.replace(control.secret().orElseThrow());
    }

    @Override
    public Ruled passed(Judged control) {
        String secret = control.control().secret().orElse("");
        Place where = control.plan().placeOf(secret);
        String message = "the door that locked out opens to any " + secret;
        return Ruled.of(
                Verdict.PASSED,
                message,
                where,
                new Finding(
                        ControlCode.CONTROL_PASSED,
                        where,
                        message + ": whoever is left could make one up",
                        "let something verify %s where it is used; until then this lock-out proves nothing"
                                .formatted(secret)));
    }

    @Override
    public Ruled failed(Judged control, Finding why) {
        return control.stoppedLate(why);
    }

    @Override
    public boolean tellsOf(String secret, Control control, boolean door) {
        return door;
    }

    @Override
    public Proof proof(Verdict verdict) {
        return switch (verdict) {
            case FAILED -> Proof.NEEDED;
            case PASSED -> Proof.REPLACEABLE;
            case INCONCLUSIVE -> Proof.UNPROVEN;
        };
    }
}
