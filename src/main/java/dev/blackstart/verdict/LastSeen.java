package dev.blackstart.verdict;

import dev.blackstart.finding.Place;
import dev.blackstart.history.History;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Durations;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Words how far a journal goes, for the reader of a run that did not end by itself. */
final class LastSeen {
    private LastSeen() {}

    static String before(History history) {
        List<Entry> entries = beforeInterruption(history);
        if (entries.isEmpty()) {
            return "before it had written anything";
        }
        Entry last = entries.get(entries.size() - 1);
        String when = "after " + Durations.text(last.at().minus(entries.get(0).at()));
        String what = doing(entries).map(doing -> ", during " + doing).orElse("");
        String control = history.controls().stream()
                .filter(attempt -> attempt.name().equals(last.attempt()))
                .map(attempt -> " (control \"%s\")".formatted(attempt.name()))
                .findFirst()
                .orElse("");
        return when + what + control;
    }

    static Place where(History history, Places places) {
        return runningStep(beforeInterruption(history))
                .map(Event.StepStarted::place)
                .orElseGet(places::drill);
    }

    private static List<Entry> beforeInterruption(History history) {
        return history.entries().stream()
                .takeWhile(entry -> !(entry.event() instanceof Event.Interrupted))
                .toList();
    }

    private static Optional<String> doing(List<Entry> entries) {
        return runningStep(entries)
                .map(step -> "step %d, \"%s\"".formatted(step.number(), step.heading()))
                .or(() -> stage(entries).map(name -> "stage \"%s\"".formatted(name)));
    }

    private static Optional<Event.StepStarted> runningStep(List<Entry> entries) {
        Event.StepStarted running = null;
        for (Entry entry : entries) {
            if (entry.event() instanceof Event.StepStarted started) {
                running = started;
            } else if (entry.event() instanceof Event.StepEnded) {
                running = null;
            }
        }
        return Optional.ofNullable(running);
    }

    private static Optional<String> stage(List<Entry> entries) {
        Deque<String> stages = new ArrayDeque<>();
        for (Entry entry : entries) {
            if (entry.event() instanceof Event.StageStarted started) {
                stages.push(started.stage().word());
            } else if (entry.event() instanceof Event.StageEnded ended) {
                stages.remove(ended.stage().word());
            }
        }
        return Optional.ofNullable(stages.peek());
    }
}
