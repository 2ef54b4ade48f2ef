package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import java.util.ArrayList;
import java.util.List;

/** Rules on whether the disaster was seen by those who must see it. */
final class Noticing {
    private Noticing() {}

    static List<Finding> findings(Event.RunStarted plan, AttemptHistory main, boolean complete, Places places) {
        List<Finding> findings = new ArrayList<>();
        boolean measured = main.has(Event.ProbesMeasured.class);
        if (plan.stopsService() && (measured || complete) && !main.wentDown()) {
            findings.add(new Finding(
                    VerdictCode.DISASTER_UNNOTICED,
                    places.drill(),
                    "a host or a service was lost, and no steady-state probe went down",
                    "ask under steadyState for something that needs it"));
        } else if (plan.stopsService()) {
            findings.addAll(Calibrations.probes(main));
        }
        List<Event.Detected> detections = main.all(Event.Detected.class);
        if (plan.corrupts() && detections.isEmpty() && complete) {
            findings.add(new Finding(
                    VerdictCode.DETECTION_LEFT_OUT,
                    places.drill(),
                    "data was damaged, and no detector was asked",
                    "add a detection to the drill"));
        }
        boolean somebody = detections.stream().anyMatch(Event.Detected::noticed);
        detections.stream()
                .filter(detected -> !detected.noticed())
                .map(detected -> somebody ? blind(detected) : silent(detected))
                .forEach(findings::add);
        main.all(Event.BackupAwaited.class).stream()
                .filter(awaited -> awaited.within().isEmpty())
                .map(awaited -> new Finding(
                        VerdictCode.BACKUPS_UNWATCHED,
                        awaited.place(),
                        "no backup came to %s:%s by itself before the disaster, so nobody can tell whether backups work again"
                                .formatted(awaited.host(), awaited.source()),
                        "say under backups: everyNewWithin how long a new one may take"))
                .forEach(findings::add);
        return findings;
    }

    private static Finding silent(Event.Detected detected) {
        return new Finding(
                VerdictCode.NOT_DETECTED,
                detected.place(),
                "nobody noticed the damage: detector \"%s\" did not name it: %s"
                        .formatted(detected.name(), detected.evidence()),
                "see whether it can see this kind of damage at all, or needs longer");
    }

    private static Finding blind(Event.Detected detected) {
        return new Finding(
                VerdictCode.DETECTOR_BLIND,
                detected.place(),
                "detector \"%s\" did not see it, though another one did: %s"
                        .formatted(detected.name(), detected.evidence()),
                "do not count on it for this kind of damage");
    }
}
