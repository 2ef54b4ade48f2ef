package dev.blackstart.testing;

import dev.blackstart.finding.Place;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what happens, on a clock that only moves when told. */
final class Script {
    private static final Instant START = Instant.parse("2026-03-14T02:00:00Z");

    private final List<Entry> entries = new ArrayList<>();
    private String attempt = Entry.MAIN;
    private Duration now = Duration.ZERO;
    private int number;

    Script attempt(String name) {
        attempt = name;
        number = 0;
        return this;
    }

    Script after(long millis) {
        now = now.plusMillis(millis);
        return this;
    }

    Duration now() {
        return now;
    }

    Script say(Event event) {
        entries.add(new Entry(now, START.plus(now), attempt, event));
        return this;
    }

    Script stage(Stage name, long millis) {
        return say(new Event.StageStarted(name)).after(millis).say(new Event.StageEnded(name));
    }

    Script begin(String heading, Place place, String target, String summary) {
        return say(new Event.StepStarted(++number, heading, place, target, summary));
    }

    Script end(
            String heading, Place place, Event.StepOutcome outcome, String reason, String excerpt, String... opened) {
        return end(heading, place, outcome, reason, excerpt, Optional.empty(), opened);
    }

    Script end(
            String heading,
            Place place,
            Event.StepOutcome outcome,
            String reason,
            String excerpt,
            Optional<String> refused,
            String... opened) {
        int exitCode = outcome == Event.StepOutcome.DONE ? 0 : 1;
        return say(new Event.StepEnded(
                number, heading, place, outcome, exitCode, reason, excerpt, List.of(opened), refused));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
