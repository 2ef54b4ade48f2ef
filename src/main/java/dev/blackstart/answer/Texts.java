package dev.blackstart.answer;

import dev.blackstart.terminal.TextWidth;

/** Measures texts that nobody has drawn yet: fonts differ, so widths are generous guesses. */
final class Texts {
    private static final double SHARE = 0.62;

    private Texts() {}

    /** Guess the width in pixels. */
    static int width(String text, int size) {
        return (int) Math.ceil(TextWidth.of(text) * size * SHARE);
    }

    /** Cut what is too long for so many pixels. */
    static String fit(String text, int size, int pixels) {
        return TextWidth.cut(text, Math.max(2, (int) (pixels / (size * SHARE))));
    }
}
