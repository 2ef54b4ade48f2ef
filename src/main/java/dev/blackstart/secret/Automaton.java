package dev.blackstart.secret;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Finds many texts in one pass, one character at a time (Aho and Corasick).
 *
 * <p>The state, and how much of the past it may still need, is what a stream is cut by: org.ahocorasick hides both. A
 * double array has them, and takes 18 MB to find six words; one is made for each run of a drill, and for each secret
 * that comes up in it.
 */
final class Automaton {
    static final int START = 0;

    private final Edges edges = new Edges();

    /** By the state in which a text ends. */
    private final Map<Integer, Shape> shapes = new HashMap<>();

    /** For each state, the number of characters that it remembers. */
    private final int[] depth;

    /** For each state, the one that remembers the most of the same characters without the first. */
    private final int[] fallback;

    /** For each state, the one of the longest text that ends with what it remembers; {@link #START}: none does. */
    private final int[] longest;

    Automaton(Map<String, Shape> texts) {
        texts.forEach((text, shape) -> shapes.put(end(text), shape));
        depth = new int[edges.count() + 1];
        fallback = new int[depth.length];
        longest = new int[depth.length];
        link(texts.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toArray(String[]::new));
    }

    private int end(String text) {
        int state = START;
        for (int i = 0; i < text.length(); i++) {
            state = edges.made(state, text.charAt(i));
        }
        return state;
    }

    /** All texts at once, character after character: what a state falls back to is shorter, and done by then. */
    private void link(String[] longestFirst) {
        int[] states = new int[longestFirst.length];
        int texts = longestFirst.length;
        for (int at = 0; texts > 0; at++) {
            while (texts > 0 && longestFirst[texts - 1].length() == at) {
                texts--;
            }
            for (int i = 0; i < texts; i++) {
                char c = longestFirst[i].charAt(at);
                int state = edges.target(states[i], c);
                depth[state] = at + 1;
                fallback[state] = at == 0 ? START : next(fallback[states[i]], c);
                longest[state] = shapes.containsKey(state) ? state : longest[fallback[state]];
                states[i] = state;
            }
        }
    }

    boolean isEmpty() {
        return shapes.isEmpty();
    }

    int next(int state, char c) {
        int from = state;
        int to = edges.target(from, c);
        while (to == START && from != START) {
            from = fallback[from];
            to = edges.target(from, c);
        }
        return to;
    }

    /** How many of the last characters can still be the beginning of a text; of one that ends here, its length. */
    int depth(int state) {
        return depth[state];
    }

    /** The longest text that ends here, by the state of its end; {@link #START}: none does. */
    int longest(int state) {
        return longest[state];
    }

    /** The next shorter text that ends with one; {@link #START}: none does. */
    int shorter(int text) {
        return longest[fallback[text]];
    }

    /** What a text shows. */
    Shape shape(int text) {
        return Objects.requireNonNull(shapes.get(text));
    }
}
