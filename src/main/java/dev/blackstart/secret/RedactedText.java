package dev.blackstart.secret;

/** Redacts text that comes in chunks; what may still become a value is held back until the next one. */
public final class RedactedText {
    private final StringBuilder clean = new StringBuilder();
    private final Sieve sieve;

    RedactedText(Automaton automaton, Windows windows) {
        sieve = new Sieve(automaton, windows, new Sieve.Sink() {
            @Override
            public void clean(CharSequence text, int begin, int end) {
                clean.append(text, begin, end);
            }

            @Override
            public void found(Shape shape, long begin, long end) {
                clean.append(shape.mark());
            }
        });
    }

    /** Take a chunk, give what is sure by now. */
    public String write(CharSequence chunk) {
        sieve.write(chunk);
        return taken();
    }

    /** Give what was held back; the stream has ended, and another one may begin. */
    public String finish() {
        sieve.finish();
        return taken();
    }

    private String taken() {
        String text = clean.toString();
        clean.setLength(0);
        return text;
    }
}
