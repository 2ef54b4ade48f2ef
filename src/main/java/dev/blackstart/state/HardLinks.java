package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which names are those of one file: one thing for all of them, called as the first, whatever its inode is. */
final class HardLinks {
    static final String SORT = "hard links";

    private final Map<String, TreeSet<String>> names = new HashMap<>();

    void add(String inode, String name) {
        names.computeIfAbsent(inode, key -> new TreeSet<>()).add(name);
    }

    /** A file whose other names are elsewhere is as good as one that has none. */
    SortedMap<Thing, Content> things() {
        SortedMap<Thing, Content> things = new TreeMap<>();
        for (TreeSet<String> of : names.values()) {
            if (of.size() > 1) {
                things.put(new Thing(SORT, of.first()), new Content(of.size(), String.join("\n", of)));
            }
        }
        return things;
    }

    /** Say of the names that both know which were one file and are several, or the other way about. */
    static List<Difference> between(Fingerprint before, Fingerprint after) {
        List<Difference> differences = new ArrayList<>();
        split(before, after)
                .forEach((first, many) -> differences.add(new Difference(
                        first,
                        "and %d more were one file (hard links), and are several %s"
                                .formatted(many - 1, Fingerprint.NO_LOSS))));
        split(after, before)
                .forEach((first, many) -> differences.add(new Difference(
                        first,
                        "and %d more were several files, and are one (hard links): what is written to one changes all"
                                .formatted(many - 1))));
        return differences;
    }

    /** Those that are one in the first and not in the second, by the first name that both know, with how many there are. */
    private static SortedMap<String, Integer> split(Fingerprint one, Fingerprint other) {
        Map<String, String> firsts = new HashMap<>();
        other.of(SORT).forEach((first, of) -> members(of).forEach(name -> firsts.put(name, first)));
        SortedMap<String, Integer> split = new TreeMap<>();
        one.of(SORT).forEach((first, of) -> {
            List<String> known = members(of).stream()
                    .filter(name -> other.things().containsKey(new Thing(FileContent.SORT, name)))
                    .toList();
            long groups = known.stream()
                    .map(name -> Optional.ofNullable(firsts.get(name)).orElse(name))
                    .distinct()
                    .count();
            if (groups > 1) {
                split.put(known.get(0), known.size());
            }
        });
        return split;
    }

    private static List<String> members(Content of) {
        return List.of(of.content().split("\n", -1));
    }
}
