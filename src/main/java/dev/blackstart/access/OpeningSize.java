package dev.blackstart.access;

import dev.blackstart.definition.Ordered;
import java.util.List;
import java.util.Set;

/**
 * How few people together can open something, by any path.
 *
 * @param people some who can: each pick of this choice, of {@code size.most()} people
 * @param oneSet the pick that {@code path} is shown for
 * @param path how these open it, in the order in which they would; what is opened last is what was asked for. Of more
 *     than twenty steps these are the last, after the first that opens a copy
 */
public record OpeningSize(Bounds size, Choice people, Set<String> oneSet, List<PathStep> path) {
    public OpeningSize {
        oneSet = Ordered.copy(oneSet);
        path = List.copyOf(path);
    }
}
