package dev.blackstart.control;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of the page is left out: somebody must miss it. A step that nobody misses is believed, not proven. Such controls
 * are many, and run only where somebody asks for them ({@code --prove-steps}).
 */
@Word("step-left-out")
record StepLeftOut() implements ControlKind {
    static Optional<StepLeftOut> read(Parameters none) {
        return Optional.of(new StepLeftOut());
    }

    @Override
    public String name(Control control) {
        return "without step " + control.step().orElse(0);
    }

    @Override
    public Verdict expected() {
        return Verdict.FAILED;
    }

    @Override
    public Stream<Control> owed(Owing drill) {
        return drill.plan().proveSteps() && !drill.plan().lockedOut()
                ? drill.steps().stream().map(step -> new Control(this, step.number()))
                : Stream.empty();
    }

    @Override
    public String whyNone(Owing drill) {
        return drill.lockedOut().orElse("nobody asked for it (--prove-steps)");
    }

    @Override
    public InPlace inPlace(Event.RunStarted plan) {
        return InPlace.NEVER;
    }

    @Override
    public void change(Control control, AttemptChanges changes) {
        changes.leaveOut(control.step().orElseThrow());
    }

    @Override
    public Ruled passed(Judged control) {
        Place where = control.step();
        String message = "nothing verifies step %d: recovery went through without it"
                .formatted(control.control().step().orElse(0));
        return Ruled.of(
                Verdict.PASSED,
                message,
                where,
                new Finding(
                        ControlCode.STEP_UNPROVEN,
                        where,
                        message,
                        "add a check under verification that misses it, such as a run: on the host; or take the step out"));
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
