package dev.blackstart.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Every run of a value that is long enough to betray it: tools quote a window of a line, so the whole value need not be
 * there. Runs of one length are looked up by a rolling hash (Karp and Rabin): a few look-ups a character, however many
 * values there are and however long they are.
 */
final class Windows {
    static final Windows NONE = new Windows(List.of(), Spared.words());

    private static final long BASE = 0x9E3779B97F4A7C15L;

    /** Bytes; of more than that, windows are looked for in the value as it is and in no other form. */
    private static final int ENCODED_UP_TO = 8 * 1024;

    private final List<Shape> shapes = new ArrayList<>();
    private int[] lengths = {};
    private long[] outgoing = {};
    private long[] keys = new long[1024];
    private int[] found = new int[1024];
    private int size;

    private final Spared spared;

    private Windows(Collection<Secret> secrets, Spared spared) {
        this.spared = spared;
        for (Secret secret : secrets) {
            KnownText known = new KnownText(PublicHalf.of(secret));
            for (byte[] piece : Pieces.betraying(secret)) {
                for (Form form : Form.values()) {
                    if (form == Form.PLAIN || piece.length <= ENCODED_UP_TO) {
                        add(secret, form, piece, known);
                    }
                }
            }
        }
    }

    /** @param spared what is no secret by itself */
    static Windows of(Collection<Secret> secrets, Spared spared) {
        return secrets.isEmpty() ? NONE : new Windows(secrets, spared);
    }

    /** Whether windows are looked for in every form of a value. */
    static boolean encoded(Secret secret) {
        return secret.revealBytes().length <= ENCODED_UP_TO;
    }

    private void add(Secret secret, Form form, byte[] piece, KnownText known) {
        shapes.add(new Shape(secret.name(), form));
        if (form.escapes()) {
            escaped(form, Form.text(piece));
            return;
        }
        for (String text : form.write(piece)) {
            String solid = Blank.without(text);
            int length = Math.min(form.window(), solid.length());
            if (length >= Shape.SHORTEST) {
                BitSet words = form.window() == Form.RUN ? spared.in(solid) : new BitSet();
                add(solid, length, form.step(), words, known);
            }
        }
    }

    /** What an escape makes of a window has no length of its own; one in which nothing is escaped is plain. */
    private void escaped(Form form, String text) {
        for (int from = 0; from + Form.RUN <= text.length(); from++) {
            String window = text.substring(from, from + Form.RUN);
            if (!window.chars().allMatch(Form::spared)) {
                for (String written : form.write(window.getBytes(StandardCharsets.UTF_8))) {
                    String solid = Blank.without(written);
                    if (solid.length() > Form.RUN) {
                        add(solid, solid.length(), 1, new BitSet(), KnownText.NOTHING);
                    }
                }
            }
        }
    }

    private void add(String solid, int length, int step, BitSet words, KnownText known) {
        int index = indexOf(length);
        long hash = 0;
        for (int i = 0; i < solid.length(); i++) {
            hash = i < length
                    ? entering(hash, solid.charAt(i))
                    : leaving(entering(hash, solid.charAt(i)), solid.charAt(i - length), index);
            int from = i + 1 - length;
            if (from >= 0
                    && from % step == 0
                    && (solid.length() == length || tells(solid, from, i + 1, words, known))) {
                put(key(hash, length), shapes.size() - 1);
            }
        }
    }

    private static boolean tells(String solid, int from, int to, BitSet words, KnownText known) {
        return varied(solid, from, to)
                && (words.isEmpty() || !Spared.covers(words, from, to))
                && !known.hasNearly(solid.substring(from, to));
    }

    /** One character over and over is a rule, a blank form or an empty page; it tells nothing. */
    private static boolean varied(String text, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (text.charAt(i) != text.charAt(from)) {
                return true;
            }
        }
        return false;
    }

    private int indexOf(int length) {
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] == length) {
                return i;
            }
        }
        lengths = Arrays.copyOf(lengths, lengths.length + 1);
        outgoing = Arrays.copyOf(outgoing, lengths.length);
        lengths[lengths.length - 1] = length;
        long power = 1;
        for (int i = 0; i < length; i++) {
            power *= BASE;
        }
        outgoing[lengths.length - 1] = power;
        return lengths.length - 1;
    }

    private static long entering(long hash, char c) {
        return hash * BASE + c + 1;
    }

    private long leaving(long hash, char c, int index) {
        return hash - (c + 1L) * outgoing[index];
    }

    private static long key(long hash, int length) {
        long key = (hash ^ length) * 0xBF58476D1CE4E5B9L;
        key ^= key >>> 32;
        return key == 0 ? 1 : key;
    }

    private void put(long key, int shape) {
        if (2 * (size + 1) > keys.length) {
            long[] oldKeys = keys;
            int[] oldFound = found;
            keys = new long[oldKeys.length * 2];
            found = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    int slot = slot(oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    found[slot] = oldFound[i];
                }
            }
        }
        int slot = slot(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            found[slot] = shape;
            size++;
        }
    }

    private int slot(long key) {
        int slot = (int) key & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    boolean isEmpty() {
        return lengths.length == 0;
    }

    /** The characters that the longest of them has. */
    int longest() {
        return Arrays.stream(lengths).max().orElse(0);
    }

    /** Begin to read a stream of characters without blanks. */
    Reader reader() {
        return new Reader();
    }

    /** What of the set ends where a stream stands. */
    final class Reader {
        private final long[] hashes = new long[lengths.length];
        private final char[] last = new char[Math.max(1, longest())];
        private long taken;

        void restart() {
            taken = 0;
            Arrays.fill(hashes, 0);
        }

        /** How many of the last characters can still be the beginning of a window. */
        int pending() {
            return (int) Math.min(taken, last.length - 1);
        }

        /** The length of the longest window that ends with this character; 0: none. */
        int next(char c) {
            int longest = 0;
            for (int i = 0; i < lengths.length; i++) {
                int length = lengths[i];
                hashes[i] = entering(hashes[i], c);
                if (taken >= length) {
                    hashes[i] = leaving(hashes[i], last[(int) ((taken - length) % last.length)], i);
                }
                if (taken + 1 >= length && length > longest && keys[slot(key(hashes[i], length))] != 0) {
                    longest = length;
                }
            }
            last[(int) (taken % last.length)] = c;
            taken++;
            return longest;
        }

        /** Which secret a window of this length shows, that ends where the stream stands. */
        Shape shape(int length) {
            for (int i = 0; i < lengths.length; i++) {
                if (lengths[i] == length) {
                    return shapes.get(found[slot(key(hashes[i], length))]);
                }
            }
            throw new IllegalArgumentException("no windows of " + length + " characters");
        }
    }
}
