package dev.blackstart.verdict;

import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import java.nio.file.Path;
import java.util.Optional;

/** Where findings point to that no event has a better place for: into the drill's file or, where it is unknown, to the journal. */
record Places(Optional<Event.RunStarted> plan) {
    private static final Place JOURNAL = Place.start(Path.of(Journal.FILE));

    Place drill() {
        return plan.map(Event.RunStarted::place).orElse(JOURNAL);
    }

    Place objectives() {
        return plan.map(Event.RunStarted::objectives).orElse(JOURNAL);
    }

    Place secret(String name) {
        return plan.map(started -> started.placeOf(name)).orElse(JOURNAL);
    }
}
