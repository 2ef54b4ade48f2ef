package dev.blackstart.definition;

import dev.blackstart.state.State;
import java.util.List;

/**
 * A state and the host that holds it.
 *
 * @param living what of it is said to change on its own, such as {@code users.last_used_at}
 */
public record Held(String host, State state, List<String> living) {
    public Held {
        living = List.copyOf(living);
    }

    /** One of which nothing is said to change on its own. */
    public Held(String host, State state) {
        this(host, state, List.of());
    }
}
