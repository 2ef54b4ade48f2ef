package dev.blackstart.answer;

import java.util.ArrayList;
import java.util.List;

/** Measures texts that nobody has drawn yet: fonts differ, so widths are generous guesses. */
final class Texts {
    private static final double SHARE = 0.62;

    private Texts() {}

    /** Guess the width in pixels. */
    static int width(String text, int size) {
        return (int) Math.ceil(text.codePointCount(0, text.length()) * size * SHARE);
    }

    /** Cut what is too long for so many pixels. */
    static String fit(String text, int size, int pixels) {
        int letters = Math.max(2, (int) (pixels / (size * SHARE)));
        return text.length() <= letters ? text : text.substring(0, letters - 1).stripTrailing() + "\u2026";
    }

    /** Break a text into lines of so many letters, unless a word is longer. */
    static List<String> wrap(String text, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : AnswerWords.plain(text).split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
