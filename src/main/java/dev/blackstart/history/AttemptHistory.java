package dev.blackstart.history;

import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The entries of one attempt: the drill itself, or one of its controls. */
public record AttemptHistory(String name, List<Entry> entries) {
    public AttemptHistory {
        entries = List.copyOf(entries);
    }

    /** Give the word of the control's kind; empty: the attempt is the drill itself. */
    public Optional<String> control() {
        return first(Event.AttemptStarted.class).flatMap(Event.AttemptStarted::control);
    }

    public Optional<String> withheld() {
        return first(Event.AttemptStarted.class).flatMap(Event.AttemptStarted::withheld);
    }

    public Optional<Integer> leftOut() {
        return first(Event.AttemptStarted.class).flatMap(Event.AttemptStarted::leftOut);
    }

    public <E extends Event> List<E> all(Class<E> kind) {
        List<E> all = new ArrayList<>();
        for (Entry entry : entries) {
            if (kind.isInstance(entry.event())) {
                all.add(kind.cast(entry.event()));
            }
        }
        return List.copyOf(all);
    }

    public <E extends Event> Optional<E> first(Class<E> kind) {
        return firstOf(kind).map(Entry::event).map(kind::cast);
    }

    public <E extends Event> Optional<E> last(Class<E> kind) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (kind.isInstance(entries.get(i).event())) {
                return Optional.of(kind.cast(entries.get(i).event()));
            }
        }
        return Optional.empty();
    }

    public boolean has(Class<? extends Event> kind) {
        return firstOf(kind).isPresent();
    }

    /** Find when the first event of a kind happened, as elapsed time on the run's ticker. */
    public Optional<Duration> at(Class<? extends Event> kind) {
        return firstOf(kind).map(Entry::at);
    }

    /** Each rule asks for some kinds, and each control has its own rules: no stream is made for each question. */
    private Optional<Entry> firstOf(Class<? extends Event> kind) {
        for (Entry entry : entries) {
            if (kind.isInstance(entry.event())) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Pair the beginnings and ends of the recovery's steps, in the order in which they began; none before the strike. */
    public List<StepRun> steps() {
        Map<Integer, StepRun> steps = new LinkedHashMap<>();
        for (Entry entry : afterStrike().entries()) {
            if (entry.event() instanceof Event.StepStarted started) {
                steps.put(started.number(), new StepRun(started, entry.at(), Optional.empty()));
            } else if (entry.event() instanceof Event.StepEnded ended) {
                steps.merge(ended.number(), endOnly(ended, entry.at()), AttemptHistory::joined);
            }
        }
        return List.copyOf(steps.values());
    }

    /** Leave out what was written before the strike, such as the commissioning of the environment. */
    public AttemptHistory afterStrike() {
        return new AttemptHistory(
                name,
                entries.stream()
                        .dropWhile(entry -> !(entry.event() instanceof Event.Struck))
                        .toList());
    }

    private static StepRun endOnly(Event.StepEnded ended, Duration at) {
        Event.StepStarted started = new Event.StepStarted(ended.number(), ended.heading(), ended.place(), "", "");
        return new StepRun(started, at, Optional.of(new StepRun.Ended(ended, at)));
    }

    /** A step that ended twice keeps the end that was no success. */
    private static StepRun joined(StepRun begun, StepRun end) {
        boolean ended = begun.ended().isPresent();
        return new StepRun(begun.started(), begun.startedAt(), ended && !begun.done() ? begun.ended() : end.ended());
    }

    /** Say whether a probe noticed the disaster. */
    public boolean wentDown() {
        return all(Event.ProbesMeasured.class).stream().anyMatch(Event.ProbesMeasured::wentDown)
                || firstDown().isPresent();
    }

    /** Find when the first probe went down at or after the strike, and while it was measured. */
    public Optional<Duration> firstDown() {
        return at(Event.Struck.class)
                .flatMap(struck -> whileMeasured()
                        .filter(entry -> entry.event() instanceof Event.ProbeTurned turned && !turned.up())
                        .map(Entry::at)
                        .filter(at -> at.compareTo(struck) >= 0)
                        .findFirst());
    }

    /** What happened until probes were measured for the last time: what they see of a tear-down is no news. */
    public Stream<Entry> whileMeasured() {
        Optional<Duration> end = at(Event.ProbesMeasured.class).or(() -> at(Event.AttemptEnded.class));
        return entries.stream()
                .filter(entry -> end.filter(at -> entry.at().compareTo(at) > 0).isEmpty());
    }

    /** The probes that did not hold when the strike began, each with what it last said. */
    public Map<String, String> downAtStrike() {
        Optional<Duration> begun = at(Event.StrikeBegun.class).or(() -> at(Event.Struck.class));
        Map<String, String> down = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.event() instanceof Event.ProbeTurned turned
                    && begun.filter(at -> entry.at().compareTo(at) < 0).isPresent()) {
                if (turned.up()) {
                    down.remove(turned.probe());
                } else {
                    down.put(turned.probe(), turned.detail());
                }
            }
        }
        return down;
    }
}
