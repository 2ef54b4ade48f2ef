package dev.blackstart.secret;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Runs one stream through an {@link Automaton} and passes it on in parts that no later text can change.
 *
 * <p>Blanks inside a value don't hide it: they are skipped on the way, up to {@value #WIDEST_GAP} at a time.
 */
final class Sieve {
    /** Wider gaps end a match, so that a stream of blanks is not held back for ever. */
    static final int WIDEST_GAP = 256;

    private static final int BLOCK = 8192;

    /** Receives the stream in order. */
    interface Sink {
        void clean(CharSequence text, int begin, int end);

        /**
         * @param begin how many characters of the stream came before this one
         * @param end how many came before the next one that is clean
         */
        void found(Shape shape, long begin, long end);
    }

    /** A stretch of what is held back, from which one secret can be read; the longest text in it names it. */
    private record Stretch(int begin, int end, Shape shape, int length) {}

    private final Automaton automaton;
    private final Windows.Reader windows;
    private final boolean blind;
    private final Sink sink;
    private final StringBuilder held = new StringBuilder();
    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private long passed;
    private int[] solid = new int[256];
    private int solids;
    private int gap;
    private int state = Automaton.START;

    Sieve(Automaton automaton, Windows windows, Sink sink) {
        this.automaton = automaton;
        this.windows = windows.reader();
        this.blind = automaton.isEmpty() && windows.isEmpty();
        this.sink = sink;
    }

    void write(CharSequence chunk) {
        for (int begin = 0; begin < chunk.length(); begin += BLOCK) {
            int end = Math.min(chunk.length(), begin + BLOCK);
            for (int i = begin; i < end; i++) {
                take(chunk.charAt(i));
            }
            pass();
        }
    }

    void finish() {
        restart();
        pass();
    }

    private void restart() {
        state = Automaton.START;
        windows.restart();
    }

    private void take(char c) {
        held.append(c);
        if (blind) {
            return;
        }
        if (Blank.is(c)) {
            if (++gap > WIDEST_GAP) {
                restart();
            }
            return;
        }
        gap = 0;
        if (solids == solid.length) {
            solid = Arrays.copyOf(solid, solids * 2);
        }
        solid[solids++] = held.length() - 1;
        int length = windows.next(c);
        if (length > 0) {
            add(new Stretch(solid[solids - length], held.length(), windows.shape(length), length));
        }
        state = automaton.next(state, c);
        for (int text = automaton.longest(state); text != Automaton.START; text = automaton.shorter(text)) {
            int whole = automaton.depth(text);
            add(new Stretch(solid[solids - whole], held.length(), automaton.shape(text), whole));
        }
    }

    /** Texts that overlap are hidden as one, so that nothing of either is left between them. */
    private void add(Stretch stretch) {
        Stretch whole = stretch;
        while (!stretches.isEmpty() && stretches.getLast().end() > whole.begin()) {
            Stretch last = stretches.removeLast();
            Stretch longest = whole.length() > last.length() ? whole : last;
            whole = new Stretch(Math.min(last.begin(), whole.begin()), whole.end(), longest.shape(), longest.length());
        }
        stretches.addLast(whole);
    }

    private void pass() {
        int depth = Math.max(windows.pending(), automaton.depth(state));
        int safe = depth == 0 ? held.length() : solid[solids - depth];
        int at = 0;
        while (!stretches.isEmpty() && stretches.getFirst().end() <= safe) {
            Stretch stretch = stretches.removeFirst();
            sink.clean(held, at, stretch.begin());
            sink.found(stretch.shape(), passed + stretch.begin(), passed + stretch.end());
            at = stretch.end();
        }
        int cut =
                stretches.isEmpty() ? safe : Math.min(safe, stretches.getFirst().begin());
        sink.clean(held, at, cut);
        drop(cut);
    }

    private void drop(int cut) {
        held.delete(0, cut);
        passed += cut;
        int kept = 0;
        for (int i = 0; i < solids; i++) {
            if (solid[i] >= cut) {
                solid[kept++] = solid[i] - cut;
            }
        }
        solids = kept;
        Deque<Stretch> moved = new ArrayDeque<>();
        for (Stretch s : stretches) {
            moved.add(new Stretch(s.begin() - cut, s.end() - cut, s.shape(), s.length()));
        }
        stretches.clear();
        stretches.addAll(moved);
    }
}
