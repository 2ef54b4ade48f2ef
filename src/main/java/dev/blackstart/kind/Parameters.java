package dev.blackstart.kind;

import java.util.List;
import java.util.Optional;

/** What a definition says of one thing. Whatever nobody asks for is reported to its author: it would say nothing. */
public interface Parameters {
    /** The text under this key, as it stands in the file. */
    Optional<String> text(String key);

    /** The texts of the list under this key; none where there is no such list. */
    default List<String> texts(String key) {
        return List.of();
    }

    /** Nothing is said. */
    static Parameters none() {
        return key -> Optional.empty();
    }
}
