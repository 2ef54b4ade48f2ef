package dev.blackstart.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Redacts bytes that come in chunks, whatever their encoding, and wherever a chunk cuts a character. */
public final class RedactedBytes {
    private final RedactedText text;

    RedactedBytes(Automaton automaton, Windows windows) {
        text = new RedactedText(automaton, windows);
    }

    /** Take a chunk, give what is sure by now. */
    public byte[] write(byte[] chunk, int offset, int length) {
        return text.write(new String(chunk, offset, length, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    /** Take a chunk, give what is sure by now. */
    public byte[] write(byte[] chunk) {
        return write(chunk, 0, chunk.length);
    }

    /** Give what was held back; the stream has ended, and another one may begin. */
    public byte[] finish() {
        return text.finish().getBytes(ISO_8859_1);
    }
}
