package dev.blackstart.verdict;

import dev.blackstart.control.ControlCode;
import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import java.util.List;

/** Says of a state that came back without what was written into it that it did not come from a backup made since then. */
final class Origins {
    private Origins() {}

    static List<Finding> findings(AttemptHistory main, Places places) {
        return main.all(Event.SignLooked.class).stream()
                .filter(looked -> !looked.found())
                .map(
                        looked -> new Finding(
                                ControlCode.NOT_FROM_A_BACKUP,
                                places.drill(),
                                ("%s on %s came back without what was written there before the disaster: it came from an older backup,"
                                                + " or from elsewhere, such as an image")
                                        .formatted(looked.state(), looked.host()),
                                "see whether a backup holds it; start one in the drill (baseline: backup) where it comes too rarely"))
                .toList();
    }
}
