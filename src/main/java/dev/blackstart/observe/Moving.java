package dev.blackstart.observe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changes by itself in answers of one kind: the places of those words that were not the same when it was asked twice
 * for one write.
 */
final class Moving {
    private final Set<Integer> places = new TreeSet<>();
    private boolean shapeless;
    private Optional<String> example = Optional.empty();

    /** Learn from two answers for each of these writes. */
    void learn(Map<String, Body> one, Map<String, Body> other) {
        one.forEach((id, body) -> {
            Body again = other.get(id);
            if (again != null && !body.equals(again)) {
                example = example.or(() -> Optional.of(id + " " + body.difference(again)));
                learn(body.words(), again.words());
            }
        });
    }

    private void learn(List<String> one, List<String> other) {
        shapeless |= one.size() != other.size();
        for (int place = 0; place < Math.min(one.size(), other.size()); place++) {
            if (!one.get(place).equals(other.get(place))) {
                places.add(place);
            }
        }
    }

    /** Whether nothing stays where it is, so that nothing can be compared. */
    boolean all() {
        return shapeless;
    }

    /** One that changed, in words; empty: none did. */
    Optional<String> example() {
        return example;
    }

    /** Whether two answers are the same, but for what changes by itself. */
    boolean same(Body before, Body after) {
        if (example.isEmpty()) {
            return before.equals(after);
        }
        List<String> was = before.words();
        List<String> is = after.words();
        boolean same = was.size() == is.size();
        for (int place = 0; same && place < was.size(); place++) {
            same = places.contains(place) || was.get(place).equals(is.get(place));
        }
        return same;
    }
}
