package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.util.Optional;
import java.util.Set;

/**
 * What the analysis says of people who follow a page.
 *
 * @param closed the secrets that it needs and they cannot open; empty: they come to its end
 * @param stop the first step whose text asks for one of these
 */
public record Forecast(Set<String> closed, Optional<Place> stop) {
    public Forecast {
        closed = Ordered.copy(closed);
    }

    /** Says whether they are locked out. */
    public boolean lockedOut() {
        return !closed.isEmpty();
    }
}
