package dev.blackstart.secret;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.Arrays;
import java.util.Map;

/**
 * Finds many texts in one pass, one character at a time.
 *
 * <p>The matcher is the library's; org.ahocorasick would have to see carried-over text again at each chunk, since it
 * hides its state. The state, and how much of the past it may still need, is what a stream is cut by.
 */
final class Automaton extends AhoCorasickDoubleArrayTrie<Shape> {
    static final int START = 0;

    private static final int[] NOTHING = {};

    /** For each state, the number of characters that it remembers. */
    private final transient int[] depth;

    private final transient int[] fallback;

    private final transient int[][] found;

    private final transient boolean empty;

    Automaton(Map<String, Shape> texts) {
        empty = texts.isEmpty();
        if (empty) {
            depth = NOTHING;
            fallback = NOTHING;
            found = new int[0][];
            return;
        }
        build(texts);
        fallback = fail;
        found = output.clone();
        Arrays.setAll(found, state -> found[state] == null ? NOTHING : found[state]);
        depth = new int[fail.length];
        for (String text : texts.keySet()) {
            int state = START;
            for (int i = 0; i < text.length(); i++) {
                state = next(state, text.charAt(i));
                depth[state] = i + 1;
            }
        }
    }

    boolean isEmpty() {
        return empty;
    }

    int next(int state, char c) {
        int from = state;
        int to = transitionWithRoot(from, c);
        while (to < 0) {
            from = fallback[from];
            to = transitionWithRoot(from, c);
        }
        return to;
    }

    /** How many of the last characters can still be the beginning of a text. */
    int depth(int state) {
        return empty ? 0 : depth[state];
    }

    /** The texts that end here. */
    int[] ending(int state) {
        return found[state];
    }

    int length(int text) {
        return l[text];
    }

    Shape shape(int text) {
        return get(text);
    }
}
