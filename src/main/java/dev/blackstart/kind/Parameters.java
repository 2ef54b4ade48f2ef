package dev.blackstart.kind;

import java.util.Optional;

/** What a definition says of one thing. Whatever nobody asks for is reported to its author: it would say nothing. */
public interface Parameters {
    /** The text under this key, as it stands in the file. */
    Optional<String> text(String key);

    /** Nothing is said. */
    static Parameters none() {
        return key -> Optional.empty();
    }
}
