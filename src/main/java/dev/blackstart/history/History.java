package dev.blackstart.history;

import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run's journal, seen as attempts. */
public final class History {
    private final List<Entry> entries;
    private final Map<String, AttemptHistory> attempts;

    private History(List<Entry> entries, Map<String, AttemptHistory> attempts) {
        this.entries = entries;
        this.attempts = attempts;
    }

    /** Sort a journal's entries by attempt; what belongs to no control that was begun belongs to the drill itself. */
    public static History of(List<Entry> entries) {
        Map<String, List<Entry>> byName = new LinkedHashMap<>();
        byName.put(Entry.MAIN, new ArrayList<>());
        for (Entry entry : entries) {
            byName.computeIfAbsent(begunControl(entry, byName), name -> new ArrayList<>())
                    .add(entry);
        }
        Map<String, AttemptHistory> attempts = new LinkedHashMap<>();
        byName.forEach((name, own) -> attempts.put(name, new AttemptHistory(name, own)));
        return new History(List.copyOf(entries), attempts);
    }

    private static String begunControl(Entry entry, Map<String, List<Entry>> begun) {
        boolean begins = entry.event() instanceof Event.AttemptStarted started
                && started.control().isPresent();
        return begins || begun.containsKey(entry.attempt()) ? entry.attempt() : Entry.MAIN;
    }

    public List<Entry> entries() {
        return entries;
    }

    /** Give what belongs to the drill itself and to the run as a whole. */
    public AttemptHistory main() {
        return attempts.getOrDefault(Entry.MAIN, new AttemptHistory(Entry.MAIN, List.of()));
    }

    public List<AttemptHistory> controls() {
        return attempts.values().stream()
                .filter(attempt -> attempt.control().isPresent())
                .toList();
    }

    /** Give the plan; empty where the run ended before it could say what it was. */
    public Optional<Event.RunStarted> plan() {
        return main().first(Event.RunStarted.class);
    }

    /** Say how long the run lasted, as far as its journal goes; several runs of a process share one clock. */
    public Duration lasted() {
        return entries.stream()
                .map(Entry::at)
                .max(Duration::compareTo)
                .map(last -> last.minus(entries.get(0).at()))
                .orElse(Duration.ZERO);
    }

    public boolean ended() {
        return entries.stream().anyMatch(entry -> entry.event() instanceof Event.RunEnded);
    }

    public Optional<Event.Interrupted> interrupted() {
        return entries.stream()
                .map(Entry::event)
                .filter(Event.Interrupted.class::isInstance)
                .map(Event.Interrupted.class::cast)
                .findFirst();
    }

    /** Say whether somebody ended the run before it was through. */
    public boolean cutShort() {
        return !ended() || interrupted().isPresent();
    }
}
