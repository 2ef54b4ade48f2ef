package dev.blackstart.secret;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Words that everybody knows: a value may hold some, as a URL holds a scheme and a name, but they betray nothing of it. */
final class Spared {
    /** So many other characters make a secret of a run that holds a word. */
    private static final int OTHERS = 4;

    private static final int SHORTEST_WORD = 4;

    private static final Spared WORDS = new Spared(Set.of()).and(common());

    private final Set<String> words;

    private Spared(Set<String> words) {
        this.words = words;
    }

    private static List<String> common() {
        try (InputStream in = Objects.requireNonNull(Spared.class.getResourceAsStream("words.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in many values everywhere. */
    static Spared words() {
        return WORDS;
    }

    Spared and(Collection<String> more) {
        Set<String> all = new TreeSet<>(words);
        more.stream()
                .map(word -> Blank.without(word).toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .forEach(all::add);
        return new Spared(all);
    }

    /** Which characters of a text belong to such words. */
    BitSet in(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        BitSet known = new BitSet(text.length());
        for (String word : words) {
            for (int at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + 1)) {
                known.set(at, at + word.length());
            }
        }
        return known;
    }

    /** Whether a run is hardly more than such words. */
    static boolean covers(BitSet known, int from, int to) {
        return to - from - known.get(from, to).cardinality() < OTHERS;
    }
}
