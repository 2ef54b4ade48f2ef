package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.secret.Redactor;
import dev.blackstart.secret.Secret;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;

/** Writes events down with the moment at which they happened, redacted by all that is known to be secret by then. */
final class Recorder {
    private final Journal journal;
    private final Ticker ticker;
    private Redactor redactor = Redactor.none();
    private boolean sealed;

    Recorder(Journal journal, Ticker ticker) {
        this.journal = journal;
        this.ticker = ticker;
    }

    /** Never redact these alone. */
    synchronized void spare(Collection<String> words) {
        redactor = redactor.sparing(words);
    }

    /** Redact these from now on. */
    synchronized void hide(Collection<Secret> secrets) {
        redactor = redactor.with(secrets);
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
        journal.append(Journal.redacted(new Entry(at, ticker.wall(), attempt, event), redactor::redact));
    }

    Consumer<Event> of(String attempt) {
        return event -> record(attempt, event);
    }
}
