package dev.blackstart.secret;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A text that everybody may know, asked again and again whether some run of characters stands in it. */
final class KnownText {
    static final KnownText NOTHING = new KnownText("");

    private final String text;

    /** By length: a key file has thousands of runs, and to look for each from the beginning takes seconds. */
    private final Map<Integer, Set<String>> runs = new HashMap<>();

    KnownText(String text) {
        this.text = text;
    }

    boolean has(String run) {
        return text.length() >= run.length()
                && runs.computeIfAbsent(run.length(), this::cut).contains(run);
    }

    /**
     * Says whether the run stands in it but for its first or its last character: where base64 goes from what is known to what
     * is secret, bits of both share a character, and by chance the whole run is also one of what everybody may know.
     */
    boolean hasNearly(String run) {
        return has(run.substring(1)) || has(run.substring(0, run.length() - 1));
    }

    private Set<String> cut(int length) {
        Set<String> all = new HashSet<>();
        for (int from = 0; from + length <= text.length(); from++) {
            all.add(text.substring(from, from + length));
        }
        return all;
    }
}
