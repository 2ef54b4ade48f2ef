package dev.blackstart.drill;

import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.observe.Ticker;
import dev.blackstart.secret.Redactor;
import dev.blackstart.secret.Secret;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;

/** Writes events down with the moment at which they happened, redacted by all that is known to be secret by then. */
final class Chronicle {
    private final Journal journal;
    private final Ticker ticker;
    private Redactor redactor = Redactor.none();
    private boolean sealed;

    Chronicle(Journal journal, Ticker ticker) {
        this.journal = journal;
        this.ticker = ticker;
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
            journal.append(Journal.redacted(new Entry(at, ticker.wall(), attempt, event), redactor::redact));
        }
    }

    /** Write one last event and no more: the run is being ended from outside. */
    synchronized void seal(Event last) {
        record(Entry.MAIN, last);
        sealed = true;
    }

    Consumer<Event> of(String attempt) {
        return event -> record(attempt, event);
    }
}
