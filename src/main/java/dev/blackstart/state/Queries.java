package dev.blackstart.state;

import dev.blackstart.machine.Host;
import java.util.List;

/** Asks a state, in the language of its kind. */
public interface Queries {
    /** Ask for a single value; never throws for what the state or its tools do. */
    Answer ask(Host host, String query);

    /** Whether it is seen that this query gives the same whatever the state holds; false where that can't be told. */
    default boolean constant(Host host, String query) {
        return false;
    }

    /**
     * Ask for rows, each with the texts of its columns; null is the empty text.
     *
     * @throws StateException where they cannot be read to the end
     */
    List<List<String>> rows(Host host, String query);

    /**
     * What came of a query.
     *
     * @param answered false: it could not be carried out, which says nothing about the state
     * @param text the value, or why there is none
     */
    record Answer(boolean answered, String text) {}
}
