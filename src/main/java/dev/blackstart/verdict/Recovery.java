package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.StepRun;
import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules on whether an attempt brought the service and its data back, whatever the objectives say. */
final class Recovery {
    private static final int DIFFERENCES_SHOWN = 20;

    private final AttemptHistory attempt;
    private final Places places;

    private Recovery(AttemptHistory attempt, Places places) {
        this.attempt = attempt;
        this.places = places;
    }

    static Ruling rule(AttemptHistory attempt, Places places, List<String> plannedChecks) {
        return new Recovery(attempt, places).rule(plannedChecks);
    }

    private Ruling rule(List<String> plannedChecks) {
        Evidence evidence = new Evidence(attempt, places);
        List<Finding> causes = new ArrayList<>(untold());
        Optional<Finding> missing = causes.isEmpty() ? evidence.missingUntilStrike() : Optional.empty();
        causes.addAll(steps());
        if (causes.isEmpty()) {
            causes.addAll(probes()); // first: it says in one sentence what the differences say in many
        }
        causes.addAll(differences());
        causes.addAll(checks());
        causes.addAll(backups());
        causes.addAll(Restarts.failures(attempt));
        if (missing.isEmpty() && causes.isEmpty()) {
            missing = evidence.missingAfterStrike().or(() -> checksLeftOut(plannedChecks));
        }
        return new Ruling(causes, missing);
    }

    private List<Finding> untold() {
        return untold(attempt, places);
    }

    static List<Finding> untold(AttemptHistory attempt, Places places) {
        Stream<Finding> untold = attempt.all(Event.Untold.class).stream()
                .map(event -> new Finding(event.code(), event.place(), event.message(), event.hint()));
        return Stream.concat(untold, Calibrations.findings(attempt).stream()).toList();
    }

    private List<Finding> steps() {
        return attempt.steps().stream()
                .filter(step -> step.ended().isPresent() && !step.done())
                .map(Recovery::step)
                .toList();
    }

    static Finding step(StepRun step) {
        String reason = step.ended()
                .map(end -> end.event().reason())
                .filter(text -> !text.isBlank())
                .map(text -> ": " + text)
                .orElse("");
        String name = "step %d, \"%s\", ".formatted(step.number(), step.heading());
        if (step.cut()) {
            return new Finding(
                    VerdictCode.STEP_CUT,
                    step.where(),
                    name + "never said how it ended" + reason,
                    "see the end of its output under Steps, and run the drill again");
        }
        boolean timedOut = step.outcome() == Event.StepOutcome.TIMED_OUT;
        return new Finding(
                timedOut ? VerdictCode.STEP_TIMED_OUT : VerdictCode.STEP_FAILED,
                step.where(),
                name + (timedOut ? "ran out of time" : "failed") + reason,
                hint(step, timedOut));
    }

    private static String hint(StepRun step, boolean timedOut) {
        Optional<String> refused = step.ended().flatMap(end -> end.event().refused());
        if (refused.isPresent()) {
            return "see who can open %s: nobody who was left could".formatted(refused.get());
        }
        return timedOut
                ? "see in its output, under Steps, what it waited for; raise timeout= only if it needs longer"
                : "see the end of its output under Steps, then mend this block or what it relies on";
    }

    private List<Finding> differences() {
        List<Event.DataDiffered> all = attempt.all(Event.DataDiffered.class);
        String hint = "see whether the restore leaves it out, or whether the backup never held it";
        Stream<Finding> shown = all.stream()
                .limit(DIFFERENCES_SHOWN)
                .map(differed -> new Finding(
                        VerdictCode.DATA_DIFFERS,
                        page(),
                        "data of %s on %s differs: %s %s"
                                .formatted(differed.state(), differed.host(), differed.object(), differed.difference()),
                        hint));
        int rest = all.size() - DIFFERENCES_SHOWN;
        Stream<Finding> more = rest <= 0
                ? Stream.empty()
                : Stream.of(new Finding(
                        VerdictCode.DATA_DIFFERS,
                        page(),
                        "and %d more differences".formatted(rest),
                        "see the journal"));
        return Stream.concat(shown, more).toList();
    }

    /** The page that was followed, as a whole: nobody can say which of its steps should have done better. */
    private Place page() {
        return attempt.steps().stream()
                .findFirst()
                .map(step -> Place.start(step.where().file()))
                .orElseGet(places::drill);
    }

    private List<Finding> checks() {
        return attempt.all(Event.CheckEnded.class).stream()
                .filter(check -> check.outcome() != Event.CheckOutcome.PASSED)
                .map(Recovery::check)
                .toList();
    }

    private List<Finding> backups() {
        return attempt.all(Event.BackupAwaited.class).stream()
                .filter(awaited -> !awaited.came())
                .flatMap(awaited -> awaited.within().stream().map(within -> noNewBackup(awaited, within)))
                .toList();
    }

    private static Finding noNewBackup(Event.BackupAwaited awaited, Duration within) {
        return new Finding(
                VerdictCode.NO_NEW_BACKUP,
                awaited.place(),
                "after the recovery no new backup came to %s:%s by itself within %s"
                        .formatted(awaited.host(), awaited.source(), Durations.text(within)),
                "see what makes the backups (a timer, a key, a passphrase), and which step of the page should bring it back");
    }

    private static Finding check(Event.CheckEnded check) {
        return check.outcome() == Event.CheckOutcome.FAILED
                ? new Finding(
                        VerdictCode.CHECK_FAILED,
                        check.place(),
                        "check \"%s\" failed: %s".formatted(check.name(), check.detail()),
                        "see what the recovery left out, or whether the check still asks for the right thing")
                : new Finding(
                        VerdictCode.CHECK_ERROR,
                        check.place(),
                        "check \"%s\" could not be carried out: %s".formatted(check.name(), check.detail()),
                        "mend the check: one that cannot run tells nothing");
    }

    private Optional<Finding> checksLeftOut(List<String> planned) {
        Set<String> ended = new HashSet<>();
        attempt.all(Event.CheckEnded.class).forEach(check -> ended.add(check.name()));
        return planned.stream()
                .filter(check -> !ended.contains(check))
                .findFirst()
                .map(check -> new Finding(
                        VerdictCode.CHECK_LEFT_OUT,
                        places.drill(),
                        "check \"%s\" was never carried out".formatted(check),
                        "see how far the journal goes, and run the drill again"));
    }

    private List<Finding> probes() {
        Optional<Event.ProbesMeasured> measured = attempt.last(Event.ProbesMeasured.class);
        if (measured.isEmpty() || measured.get().restoredAt().isPresent()) {
            return List.of();
        }
        String down = measured.get().down().orElseGet(this::wentDown);
        return List.of(new Finding(
                VerdictCode.STEADY_STATE_NOT_RESTORED,
                page(),
                "every step ended, but the service does not work" + (down.isEmpty() ? "" : ": " + down),
                "see which step should have brought it back: a step may be missing from the runbook"));
    }

    private String wentDown() {
        Map<String, Event.ProbeTurned> last = new LinkedHashMap<>();
        attempt.all(Event.ProbeTurned.class).forEach(turned -> last.put(turned.probe(), turned));
        return last.values().stream()
                .filter(turned -> !turned.up())
                .map(turned -> "\"%s\": %s".formatted(turned.probe(), turned.detail()))
                .findFirst()
                .orElse("");
    }
}
