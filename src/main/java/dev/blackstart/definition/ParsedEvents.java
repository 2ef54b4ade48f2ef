package dev.blackstart.definition;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.Parser;

/** A file that was parsed already, for who composes it: reading it is half of the work. */
final class ParsedEvents implements Parser {
    private final Iterator<Event> events;
    private @Nullable Event ahead;

    ParsedEvents(List<Event> events) {
        this.events = events.iterator();
        advance();
    }

    private void advance() {
        ahead = events.hasNext() ? events.next() : null;
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return ahead != null && ahead.getEventId() == choice;
    }

    @Override
    public Event peekEvent() {
        if (ahead == null) {
            throw new NoSuchElementException("the file has ended");
        }
        return ahead;
    }

    @Override
    public Event next() {
        Event event = peekEvent();
        advance();
        return event;
    }
}
