package dev.blackstart.report;

import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.verdict.Actuals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Picks the moments of a drill that a reader wants to see in order. */
final class Timeline {
    private Timeline() {}

    static List<Report.Moment> of(AttemptHistory main, Actuals actuals) {
        Duration struck = main.at(Event.Struck.class).orElse(Duration.ZERO);
        List<Report.Moment> moments = new ArrayList<>();
        Set<Entry> measured = main.whileMeasured().collect(Collectors.toSet());
        for (Entry entry : main.entries()) {
            if (entry.event() instanceof Event.ProbeTurned && !measured.contains(entry)) {
                continue;
            }
            what(entry.event())
                    .ifPresent(what -> moments.add(new Report.Moment(entry.at().minus(struck), what)));
        }
        actuals.serviceRestored()
                .ifPresent(at -> moments.add(new Report.Moment(at, "every probe holds, from here on for good")));
        moments.sort(Comparator.comparing(Report.Moment::at));
        return List.copyOf(moments);
    }

    private static Optional<String> what(Event event) {
        if (event instanceof Event.StageStarted stage) {
            return Optional.of("stage: " + stage.stage().word());
        } else if (event instanceof Event.Struck) {
            return Optional.of("the disaster begins");
        } else if (event instanceof Event.Damaged damaged) {
            return Optional.of(damaged.what());
        } else if (event instanceof Event.ProbeTurned turned) {
            return Optional.of("probe \"%s\" %s: %s"
                    .formatted(turned.probe(), turned.up() ? "holds" : "does not hold", turned.detail()));
        } else if (event instanceof Event.Detected detected && detected.noticed()) {
            return Optional.of("detector \"%s\" names the damage".formatted(detected.name()));
        } else if (event instanceof Event.StepStarted step) {
            return Optional.of("step %d begins".formatted(step.number()));
        } else if (event instanceof Event.EdgeWrite write) {
            return Optional.of("write %s is acknowledged: the %s"
                    .formatted(write.id(), write.lost() ? "oldest that is lost" : "newest that came back"));
        } else if (event instanceof Event.EdgeErasure erasure) {
            return Optional.of("the erasure of %s is acknowledged: the oldest that came back".formatted(erasure.id()));
        } else if (event instanceof Event.Verified verified) {
            return Optional.of("verified: %d comparisons".formatted(verified.comparisons()));
        } else if (event instanceof Event.HostRestarted restarted) {
            return Optional.of(
                    restarted.held()
                            ? "%s was restarted, and every probe holds again".formatted(restarted.host())
                            : "%s was restarted, and %s".formatted(restarted.host(), restarted.detail()));
        } else if (event instanceof Event.Interrupted interrupted) {
            return Optional.of("interrupted by " + interrupted.signal());
        }
        return Optional.empty();
    }
}
