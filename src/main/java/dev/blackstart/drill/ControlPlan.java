package dev.blackstart.drill;

import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.DrillDefinition.Expectation;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.Control;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Derives the controls of a drill from what its main attempt did: each of them must not pass. */
final class ControlPlan {
    private ControlPlan() {}

    static List<AttemptPlan> of(DrillDefinition drill, List<Entry> entries) {
        if (drill.expectation() == Expectation.LOCKED_OUT) {
            return List.of(new AttemptPlan("everybody back", Optional.of(Control.EVERYBODY_BACK), Optional.empty()));
        }
        List<AttemptPlan> controls = new ArrayList<>();
        if (drill.effects().needsBackup()) {
            controls.add(new AttemptPlan("without a backup", Optional.of(Control.WITHOUT_BACKUP), Optional.empty()));
        }
        opened(entries)
                .forEach(secret -> controls.add(new AttemptPlan(
                        "without " + secret, Optional.of(Control.SECRET_WITHHELD), Optional.of(secret))));
        return controls;
    }

    private static Set<String> opened(List<Entry> entries) {
        Set<String> opened = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (entry.attempt().equals(Entry.MAIN) && entry.event() instanceof Event.SecretOpened one) {
                opened.add(one.secret());
            }
        }
        return opened;
    }
}
