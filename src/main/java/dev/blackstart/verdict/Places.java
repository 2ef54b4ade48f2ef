package dev.blackstart.verdict;

import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import java.util.Optional;

/** Where findings point to; where nothing better is known, to the drill's file. */
record Places(Optional<Event.RunStarted> plan) {
    String drill() {
        return plan.map(started -> started.file() + ":" + started.line()).orElse(Journal.FILE + ":1");
    }

    String objectives() {
        return plan.map(started -> started.file() + ":" + started.objectivesLine())
                .orElse(Journal.FILE + ":1");
    }

    String secret(String name) {
        return plan.stream()
                .flatMap(started -> started.secrets().stream())
                .filter(secret -> secret.name().equals(name))
                .map(secret -> secret.file() + ":" + secret.line())
                .findFirst()
                .orElseGet(this::drill);
    }

    String of(Event.Untold untold) {
        return untold.file().map(file -> file + ":" + untold.line()).orElseGet(this::drill);
    }
}
