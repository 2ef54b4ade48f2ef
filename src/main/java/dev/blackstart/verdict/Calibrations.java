package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import java.util.List;

/** Names every observer that did not say what it had to: what it says otherwise is no evidence. */
final class Calibrations {
    private Calibrations() {}

    static List<Finding> findings(AttemptHistory attempt) {
        return attempt.all(Event.Calibrated.class).stream()
                .filter(said -> !said.right() && said.observer() != Event.Observer.PROBE)
                .map(Calibrations::finding)
                .toList();
    }

    /** One probe at least has to need what was lost; of the others it is only said. */
    static List<Finding> probes(AttemptHistory attempt) {
        List<Event.Calibrated> asked = attempt.all(Event.Calibrated.class).stream()
                .filter(said -> said.observer() == Event.Observer.PROBE)
                .toList();
        boolean nobody = asked.stream().noneMatch(Event.Calibrated::right);
        return asked.stream()
                .filter(said -> !said.right())
                .map(said -> nobody ? finding(said) : unaffected(said))
                .toList();
    }

    private static Finding unaffected(Event.Calibrated said) {
        return new Finding(
                VerdictCode.PROBE_UNAFFECTED,
                said.place(),
                "probe \"%s\" does not need what was lost, and says nothing about it: %s"
                        .formatted(said.name(), said.detail()),
                "another probe noticed the loss; leave this one out, or let it ask for something that needs the lost"
                        + " host");
    }

    private static Finding finding(Event.Calibrated said) {
        String name = "\"%s\"".formatted(said.name());
        return switch (said.observer()) {
            case PROBE ->
                new Finding(
                        VerdictCode.PROBE_UNCALIBRATED,
                        said.place(),
                        "probe %s does not need what was lost: %s".formatted(name, said.detail()),
                        "ask under steadyState for something that needs the lost host");
            case DETECTOR ->
                new Finding(
                        VerdictCode.DETECTOR_UNCALIBRATED,
                        said.place(),
                        "detector %s names the damage before there is any: %s".formatted(name, said.detail()),
                        "expect what is said of the damage only, whole, and not of anything else that goes wrong");
            case READ_BACK ->
                said.expected()
                        ? new Finding(
                                VerdictCode.READ_BACK_UNCALIBRATED,
                                said.place(),
                                "%s does not find what was written, though all is well: %s"
                                        .formatted(name, said.detail()),
                                "let readBack ask for what the service shows at once, with the write's id in it")
                        : new Finding(
                                VerdictCode.READ_BACK_UNCALIBRATED,
                                said.place(),
                                "%s finds %s".formatted(name, said.detail()),
                                "let the workload write to what is lost, and readBack ask for what is stored; see what"
                                        + " answers there: a cache, or something that repeats what it is asked");
            case ERASURE ->
                new Finding(
                        VerdictCode.ERASURE_UNCALIBRATED,
                        said.place(),
                        "%s erases nothing, though all is well: %s".formatted(name, said.detail()),
                        "nothing was destroyed; let erase take away what readBack asks for, and readBack ask for what is"
                                + " stored");
            case CHECK ->
                said.expected()
                        ? new Finding(
                                VerdictCode.CHECK_UNCALIBRATED,
                                said.place(),
                                "check %s does not hold before the disaster: %s".formatted(name, said.detail()),
                                "nothing was destroyed; mend the check, or what it asks for")
                        : new Finding(
                                VerdictCode.CHECK_UNCALIBRATED,
                                said.place(),
                                "check %s cannot fail: %s".formatted(name, said.detail()),
                                "nothing was destroyed; ask for what only the right data give");
        };
    }
}
