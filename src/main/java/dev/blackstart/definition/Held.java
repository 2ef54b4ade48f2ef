package dev.blackstart.definition;

import dev.blackstart.state.State;
import java.util.List;
import java.util.Optional;

/**
 * A state and the host that holds it.
 *
 * @param living what of it is said to change on its own, such as {@code users.last_used_at}
 * @param reference what it says of files that another state holds
 * @param rebuilt why no backup need hold it, where somebody says so: it is made anew, by a page or from an image
 */
public record Held(
        String host, State state, List<String> living, Optional<Reference> reference, Optional<String> rebuilt) {
    public Held {
        living = List.copyOf(living);
    }

    /** One of which nothing more is said. */
    public Held(String host, State state) {
        this(host, state, List.of(), Optional.empty(), Optional.empty());
    }
}
