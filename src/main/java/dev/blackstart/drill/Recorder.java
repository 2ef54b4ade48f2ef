package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.secret.Redactor;
import dev.blackstart.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Writes events down with the moment at which they happened, redacted by all that is known to be secret by then. */
final class Recorder {
    private final Journal journal;
    private final Ticker ticker;
    private final Set<Secret> hidden = new HashSet<>();
    private final Set<String> spared = new LinkedHashSet<>();

    /** One for each time that something was to be hidden: what is hidden already is large, and not built again for one more. */
    private final List<Redactor> always = new ArrayList<>();

    /** By attempt, what exists in its replica only. */
    private final Map<String, List<Redactor>> during = new HashMap<>();

    private boolean sealed;

    Recorder(Journal journal, Ticker ticker) {
        this.journal = journal;
        this.ticker = ticker;
    }

    /** Never redact these alone; to be said before anything is hidden. */
    synchronized void spare(Collection<String> words) {
        spared.addAll(words);
    }

    /** Redact these from now on. */
    synchronized void hide(Collection<Secret> secrets) {
        List<Secret> more = secrets.stream().filter(hidden::add).toList();
        if (!more.isEmpty()) {
            always.add(redactor(more));
        }
    }

    /** Redact these, which exist in one attempt's replica only, until that is {@linkplain #forget gone}. */
    synchronized void hideDuring(String attempt, Collection<Secret> secrets) {
        during.computeIfAbsent(attempt, unused -> new ArrayList<>()).add(redactor(secrets));
    }

    /** Nothing is left of an attempt that could show what existed there only. */
    synchronized void forget(String attempt) {
        during.remove(attempt);
    }

    private Redactor redactor(Collection<Secret> secrets) {
        return Redactor.none().sparing(spared).with(secrets);
    }

    private String redacted(CharSequence text) {
        String redacted = text.toString();
        for (Redactor redactor : always) {
            redacted = redactor.redact(redacted);
        }
        for (List<Redactor> attempt : during.values()) {
            for (Redactor redactor : attempt) {
                redacted = redactor.redact(redacted);
            }
        }
        return redacted;
    }

    void record(String attempt, Event event) {
        recordAt(ticker.elapsed(), attempt, event);
    }

    synchronized void recordAt(Duration at, String attempt, Event event) {
        if (!sealed) {
            write(at, attempt, event);
        }
    }

    /**
     * Record nothing more but what is given to the result: the run is being ended from outside, and what it still finds
     * out is only what that does to it.
     */
    synchronized Consumer<Event> seal() {
        sealed = true;
        return this::lastWord;
    }

    private synchronized void lastWord(Event event) {
        write(ticker.elapsed(), Entry.MAIN, event);
    }

    private void write(Duration at, String attempt, Event event) {
        journal.append(Journal.redacted(new Entry(at, ticker.wall(), attempt, event), this::redacted));
    }

    Consumer<Event> of(String attempt) {
        return event -> record(attempt, event);
    }
}
