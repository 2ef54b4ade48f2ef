package dev.blackstart.control;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One secret that the drill opened has another value, well-formed, fresh and for the same readers. Taking it away shows only
 * that the page opens it; where any value serves, nothing verifies it, or it need not be kept.
 */
@Word("another-value")
record AnotherValue() implements ControlKind {
    static Optional<AnotherValue> read(Parameters none) {
        return Optional.of(new AnotherValue());
    }

    @Override
    public String name(Control control) {
        return "with another " + control.secret().orElseThrow();
    }

    @Override
    public Verdict expected() {
        return Verdict.FAILED;
    }

    @Override
    public Stream<Control> owed(Owing drill) {
        return drill.plan().lockedOut()
                ? Stream.empty()
                : drill.opened().stream().map(secret -> new Control(this, secret));
    }

    @Override
    public String whyNone(Owing drill) {
        return drill.lockedOut().orElse("recovery opened no documented secret");
    }

    @Override
    public InPlace inPlace(Event.RunStarted plan) {
        return InPlace.OFTEN_LATER;
    }

    @Override
    public void change(Control control, AttemptChanges changes) {
        changes.replace(control.secret().orElseThrow());
    }

    @Override
    public Ruled passed(Judged control) {
        String secret = control.control().secret().orElse("");
        Place where = control.plan().placeOf(secret);
        String message = "recovery went through with another " + secret;
        return new Ruled(
                Verdict.PASSED,
                message,
                where,
                Optional.of("any value serves: nothing verifies it, or it need not be kept"),
                List.of(new Finding(
                        ControlCode.SECRET_REPLACEABLE,
                        where,
                        message + ": nothing verifies it, or it need not be kept",
                        "add a check that fails with a wrong %s; or make a new one after a disaster, and keep none"
                                .formatted(secret))));
    }

    @Override
    public Ruled failed(Judged control, Finding why) {
        return control.stoppedLate(why);
    }

    @Override
    public boolean tellsOf(String secret, Control control, boolean door) {
        return control.secret().filter(secret::equals).isPresent();
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
