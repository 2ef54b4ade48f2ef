package dev.blackstart.definition;

import java.util.ArrayList;
import java.util.List;

/** Every way to pick some of several people, in their order. */
public final class Combinations {
    private Combinations() {}

    /** Picks so many of these, in every way. */
    public static List<List<String>> of(List<String> from, int count) {
        if (count == 0) {
            return List.of(List.of());
        }
        List<List<String>> found = new ArrayList<>();
        for (int first = 0; first + count <= from.size(); first++) {
            for (List<String> rest : of(from.subList(first + 1, from.size()), count - 1)) {
                List<String> one = new ArrayList<>(List.of(from.get(first)));
                one.addAll(rest);
                found.add(one);
            }
        }
        return found;
    }
}
