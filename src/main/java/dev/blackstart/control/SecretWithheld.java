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

/** One secret that the drill opened is taken out of the store: recovery must fail, at a step that opened it or later. */
@Word("secret-withheld")
record SecretWithheld() implements ControlKind {
    static Optional<SecretWithheld> read(Parameters none) {
        return Optional.of(new SecretWithheld());
    }

    @Override
    public String name(Control control) {
        return "without " + control.secret().orElseThrow();
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
        return InPlace.AT_ONCE;
    }

    @Override
    public void change(Control control, AttemptChanges changes) {
        changes.withhold(control.secret().orElseThrow());
    }

    @Override
    public Ruled passed(Judged control) {
        String secret = control.control().secret().orElse("");
        Place where = control.plan().placeOf(secret);
        String message = "recovery went through without " + secret;
        return control.plan()
                .tolerance(secret)
                .map(tolerance -> new Ruled(
                        Verdict.PASSED,
                        message,
                        where,
                        Optional.of(tolerance.because()),
                        List.of(new Finding(
                                ControlCode.CONTROL_TOLERATED,
                                tolerance.place(),
                                "%s; that is accepted, because %s".formatted(message, tolerance.because()),
                                "take the tolerance out of the drill once the reason is gone"))))
                .orElseGet(
                        () -> Ruled.of(
                                Verdict.PASSED,
                                message,
                                where,
                                new Finding(
                                        ControlCode.CONTROL_PASSED,
                                        where,
                                        message
                                                + ": something else opens that door (a copy in an image perhaps), or it is opened in vain",
                                        "find the copy, or stop opening the secret; or accept it under controls: tolerate, with the reason")));
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
            case PASSED -> Proof.IN_VAIN;
            case INCONCLUSIVE -> Proof.UNPROVEN;
        };
    }
}
