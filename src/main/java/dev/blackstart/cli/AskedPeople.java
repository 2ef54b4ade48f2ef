package dev.blackstart.cli;

import dev.blackstart.definition.Similar;
import dev.blackstart.drift.Naming;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the people whom somebody has typed; a comma may stand between two of them, or in the name of one. */
final class AskedPeople {
    private final Set<String> known;
    private final Naming naming;

    AskedPeople(Set<String> known, Naming naming) {
        this.known = known;
        this.naming = naming;
    }

    /** Gives everybody in the order of the command line; each text names one or more. */
    Set<String> all(List<String> typed) {
        Set<String> people = new LinkedHashSet<>();
        for (String text : typed) {
            List<String> parts = List.of(text.split(","));
            int next = 0;
            while (next < parts.size()) {
                int end = endOfName(parts, next);
                people.add(one(joined(parts, next, end)));
                next = end;
            }
        }
        return people;
    }

    /** The longest run of parts that is somebody's name is that name. */
    private int endOfName(List<String> parts, int from) {
        for (int end = parts.size(); end > from + 1; end--) {
            if (!naming.meant(joined(parts, from, end)).isEmpty()) {
                return end;
            }
        }
        return from + 1;
    }

    private static String joined(List<String> parts, int from, int end) {
        return String.join(",", parts.subList(from, end)).strip();
    }

    /** Gives the one person who is meant. */
    String one(String text) {
        Set<String> meant = naming.meant(text);
        if (meant.isEmpty()) {
            throw new BadInput(
                    "unknown person \"%s\"%s".formatted(text, Similar.suggestion(text, known)),
                    known.isEmpty() ? "nobody is known here." : "these are known: " + String.join(", ", known) + ".");
        }
        if (meant.size() > 1) {
            throw new BadInput(
                    "\"%s\" may be each of %s".formatted(text, String.join(", ", meant)),
                    "give the whole name of one of them, or the fingerprint of a key.");
        }
        return meant.iterator().next();
    }
}
