package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.finding.Severity;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.History;
import dev.blackstart.history.Openings;
import dev.blackstart.history.StepRun;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules on the controls: runs that show that the drill can fail, or that a lock-out is one. */
final class Controls {
    private final Event.RunStarted plan;
    private final Openings openings;
    private final Places places;
    private final boolean cutShort;
    private final List<ControlResult> results = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Controls(Event.RunStarted plan, Openings openings, Places places, boolean cutShort) {
        this.plan = plan;
        this.openings = openings;
        this.places = places;
        this.cutShort = cutShort;
    }

    static Controls of(History history, Event.RunStarted plan, Openings openings, Places places) {
        Controls controls = new Controls(plan, openings, places, history.cutShort());
        history.controls().forEach(controls::add);
        return controls;
    }

    List<ControlResult> results() {
        return results;
    }

    List<Finding> findings() {
        return findings;
    }

    private void add(AttemptHistory attempt) {
        Event.Control kind = attempt.control().orElseThrow();
        Ruling ruling = Recovery.rule(attempt, places, plan.checks());
        boolean unfit = attempt.has(Event.Untold.class)
                || attempt.steps().stream().anyMatch(StepRun::cut)
                || new Evidence(attempt, places).missingUntilStrike().isPresent();
        Verdict verdict = unfit ? Verdict.INCONCLUSIVE : ruling.verdict();
        switch (verdict) {
            case INCONCLUSIVE -> untold(attempt, kind, ruling);
            case FAILED -> failed(attempt, kind, ruling);
            case PASSED -> passed(attempt, kind);
        }
    }

    private void untold(AttemptHistory attempt, Event.Control kind, Ruling ruling) {
        Finding why = ruling.findings().stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .findFirst()
                .or(() -> attempt.steps().stream()
                        .filter(StepRun::cut)
                        .findFirst()
                        .map(Recovery::step))
                .orElseThrow();
        result(attempt, kind, Verdict.INCONCLUSIVE, why.message(), why.place());
        if (attempt.has(Event.AttemptEnded.class) || !cutShort) {
            findings.add(why.prefixed("control \"%s\": ".formatted(attempt.name())));
        }
    }

    private void failed(AttemptHistory attempt, Event.Control kind, Ruling ruling) {
        Finding why = ruling.causes().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
        if (kind == Event.Control.EVERYBODY_BACK) {
            result(attempt, kind, Verdict.FAILED, why.message(), why.place());
            findings.add(new Finding(
                    VerdictCode.CONTROL_FAILED,
                    why.place(),
                    "with everybody back recovery failed too, so that the lock-out proves nothing: " + why.message(),
                    why.hint()));
        } else if (kind == Event.Control.SECRET_WITHHELD && !late(attempt)) {
            String message = "it failed before the step that needs the secret: " + why.message();
            result(attempt, kind, Verdict.INCONCLUSIVE, message, why.place());
            findings.add(new Finding(
                    VerdictCode.CONTROL_FAILED_ELSEWHERE,
                    why.place(),
                    "control \"%s\": %s".formatted(attempt.name(), message),
                    "run the drill again: this failure has another reason than the secret"));
        } else {
            result(attempt, kind, Verdict.FAILED, why.message(), why.place());
        }
    }

    /** Whether what failed came at or after the first step that opened the secret in the drill itself. */
    private boolean late(AttemptHistory attempt) {
        Optional<Integer> opener = attempt.withheld().flatMap(openings::of).map(Openings.Opening::number);
        return opener.isPresent()
                && attempt.steps().stream().filter(StepRun::failed).allMatch(step -> step.number() >= opener.get());
    }

    private void passed(AttemptHistory attempt, Event.Control kind) {
        switch (kind) {
            case EVERYBODY_BACK ->
                result(attempt, kind, Verdict.PASSED, "with everybody back, recovery went through", places.drill());
            case WITHOUT_BACKUP -> {
                String message = "this drill proves nothing: the environment recovered without a backup";
                result(attempt, kind, Verdict.PASSED, message, places.drill());
                findings.add(
                        new Finding(
                                VerdictCode.CONTROL_PASSED,
                                places.drill(),
                                message,
                                "find where the data came from: something that should be lost was not, or a copy lies elsewhere"));
            }
            case SECRET_WITHHELD -> withheldInVain(attempt, kind);
        }
    }

    private void withheldInVain(AttemptHistory attempt, Event.Control kind) {
        String secret = attempt.withheld().orElse("");
        Place where = places.secret(secret);
        String message = "recovery went through without " + secret;
        result(attempt, kind, Verdict.PASSED, message, where);
        Optional<Event.Tolerated> tolerated = tolerance(attempt);
        if (tolerated.isPresent()) {
            Event.Tolerated tolerance = tolerated.get();
            findings.add(new Finding(
                    VerdictCode.CONTROL_TOLERATED,
                    tolerance.place(),
                    "%s; that is accepted, because %s".formatted(message, tolerance.because()),
                    "take the tolerance out of the drill once the reason is gone"));
        } else {
            findings.add(
                    new Finding(
                            VerdictCode.CONTROL_PASSED,
                            where,
                            message
                                    + ": something else opens that door (a copy in an image perhaps), or it is opened in vain",
                            "find the copy, or stop opening the secret; or accept it under controls: tolerate, with the reason"));
        }
    }

    private Optional<Event.Tolerated> tolerance(AttemptHistory attempt) {
        return plan.tolerated().stream()
                .filter(tolerated ->
                        attempt.withheld().filter(tolerated.secret()::equals).isPresent())
                .findFirst();
    }

    private void result(AttemptHistory attempt, Event.Control kind, Verdict verdict, String explanation, Place where) {
        Verdict expected = kind == Event.Control.EVERYBODY_BACK ? Verdict.PASSED : Verdict.FAILED;
        Optional<String> tolerated =
                verdict == Verdict.PASSED ? tolerance(attempt).map(Event.Tolerated::because) : Optional.empty();
        results.add(new ControlResult(
                attempt.name(), kind, attempt.withheld(), expected, verdict, explanation, where, tolerated));
    }
}
