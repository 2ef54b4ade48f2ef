package dev.blackstart.control;

import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import java.util.List;

/**
 * A kind of control that a drill does not have.
 *
 * @param kind its word, as in the journal
 * @param because why it has none
 */
public record Absent(String kind, String because) {
    /** List the kinds of which a drill owes its reader no control. */
    public static List<Absent> of(Event.RunStarted plan, AttemptHistory main) {
        Owing owing = Owing.of(plan, main);
        return ControlKind.KINDS.all().stream()
                .filter(kind -> kind.owed(owing).findAny().isEmpty())
                .map(kind -> new Absent(kind.word(), kind.whyNone(owing)))
                .toList();
    }
}
