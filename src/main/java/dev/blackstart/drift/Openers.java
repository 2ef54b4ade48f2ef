package dev.blackstart.drift;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who opens a file by which keys, and who is meant to.
 *
 * @param keys of each person who is named in the file: fingerprints of keys, recipients of age
 * @param told whether everybody who opens it is known
 * @param intended what says who is to open it; empty where nothing does
 */
public record Openers(Path file, Map<String, Set<String>> keys, boolean told, List<Intention> intended) {
    public Openers {
        keys = Map.copyOf(keys);
        intended = List.copyOf(intended);
    }

    /**
     * Who is to open a file.
     *
     * @param by the list, the rule, or the line of the inventory that says so
     * @param alone whether each of them is to open it alone, or with others
     */
    public record Intention(String by, boolean alone, Set<String> people) {
        public Intention {
            people = Set.copyOf(people);
        }
    }
}
