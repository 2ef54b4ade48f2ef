package dev.blackstart.secret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where secrets stand in a text that is there as a whole; parts of it that overlap are hidden as one. */
final class Spans implements Sieve.Sink {
    private record Span(Shape shape, int begin, int end) {}

    private final List<Span> spans = new ArrayList<>();

    @Override
    public void clean(CharSequence text, int begin, int end) {
        // Whatever is not found stays.
    }

    @Override
    public void found(Shape shape, long begin, long end) {
        spans.add(new Span(shape, (int) begin, (int) end));
    }

    /** The text with a mark in place of each. */
    String without(CharSequence text) {
        spans.sort(Comparator.comparingInt(Span::begin));
        StringBuilder clean = new StringBuilder(text.length());
        int at = 0;
        for (Span span : spans) {
            if (span.begin() >= at) {
                clean.append(text, at, span.begin()).append(span.shape().mark());
            }
            at = Math.max(at, span.end());
        }
        return clean.append(text, at, text.length()).toString();
    }
}
