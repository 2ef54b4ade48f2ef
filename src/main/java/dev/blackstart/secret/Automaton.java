package dev.blackstart.secret;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many texts in one pass, one character at a time.
 *
 * <p>The matcher is the library's; org.ahocorasick would have to see carried-over text again at each chunk, since it
 * hides its state. The state, and how much of the past it may still need, is what a stream is cut by.
 */
final class Automaton extends AhoCorasickDoubleArrayTrie<Shape> {
    static final int START = 0;

    /** Characters; making one of a quarter of a million takes 80 MB of memory for a moment. */
    private static final int AT_ONCE = 1 << 15;

    private static final int[] NOTHING = {};

    /** For each state, the number of characters that it remembers. */
    private final transient int[] depth;

    private final transient int[] fallback;

    private final transient int[][] found;

    /** Share the texts among as many as keep the making of each small. */
    static List<Automaton> of(Map<String, Shape> texts) {
        List<Automaton> all = new ArrayList<>();
        Map<String, Shape> some = new LinkedHashMap<>();
        int characters = 0;
        for (Map.Entry<String, Shape> text : texts.entrySet()) {
            some.put(text.getKey(), text.getValue());
            characters += text.getKey().length();
            if (characters >= AT_ONCE) {
                all.add(new Automaton(some));
                some = new LinkedHashMap<>();
                characters = 0;
            }
        }
        if (!some.isEmpty()) {
            all.add(new Automaton(some));
        }
        return List.copyOf(all);
    }

    private Automaton(Map<String, Shape> texts) {
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
        return depth[state];
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
