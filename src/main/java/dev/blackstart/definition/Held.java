package dev.blackstart.definition;

import dev.blackstart.state.State;
import java.util.List;
import java.util.Optional;

/**
 * A state and the host that holds it.
 *
 * @param living what of it is said to change on its own, such as {@code users.last_used_at}
 * @param reference what it says of files that another state holds
 */
public record Held(String host, State state, List<String> living, Optional<Reference> reference) {
    public Held {
        living = List.copyOf(living);
    }

    /** One of which nothing more is said. */
    public Held(String host, State state) {
        this(host, state, List.of(), Optional.empty());
    }
}
