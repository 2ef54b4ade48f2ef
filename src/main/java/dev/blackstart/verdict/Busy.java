package dev.blackstart.verdict;

import dev.blackstart.finding.Code;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Durations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets a machine that was too busy to measure fail no recovery: what may have run out of time tells nothing there. */
final class Busy {
    /** However slow a machine is, it alters no data, brings none back and opens no door. */
    private static final Set<Code> WHATEVER_THE_TIME = Set.of(
            VerdictCode.ANALYSIS_CONTRADICTED,
            VerdictCode.DATA_DIFFERS,
            VerdictCode.WRITE_ALTERED,
            VerdictCode.WRITE_HOLE,
            VerdictCode.ERASED_CAME_BACK,
            VerdictCode.NOT_LOCKED_OUT,
            VerdictCode.SECRET_IN_CLEAR,
            VerdictCode.SECRET_UNDOCUMENTED);

    private final Optional<Event.LagMeasured> lag;

    Busy(AttemptHistory main) {
        this.lag = main.last(Event.LagMeasured.class).filter(Event.LagMeasured::tooBusy);
    }

    /** The same findings, those that time may explain as what could not be told. */
    List<Finding> excusing(List<Finding> findings) {
        return lag.map(measured -> findings.stream()
                        .map(finding -> excused(finding, measured))
                        .toList())
                .orElse(findings);
    }

    private static Finding excused(Finding finding, Event.LagMeasured lag) {
        if (finding.severity() != Severity.ERROR || WHATEVER_THE_TIME.contains(finding.code())) {
            return finding;
        }
        return new Finding(
                VerdictCode.MACHINE_TOO_BUSY,
                finding.place(),
                "the machine was too busy to tell (work of %s came %s late on the average, %s at worst): %s"
                        .formatted(
                                Durations.text(lag.work()),
                                Durations.text(lag.mean()),
                                Durations.text(lag.worst()),
                                finding.message()),
                "run the drill again while less else runs on this machine; then: " + finding.hint());
    }
}
