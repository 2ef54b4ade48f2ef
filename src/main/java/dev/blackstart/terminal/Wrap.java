package dev.blackstart.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines that there is room for, between words only: names and paths stay whole.
 *
 * <p>Picocli's {@code TextTable} would break at hyphens, and reads markup in what comes from files.
 */
public final class Wrap {
    private Wrap() {}

    /** Break a text into lines of so many columns, unless a word is longer. */
    public static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : SafeText.plain(text).split(" ")) {
            int width = TextWidth.of(word);
            if (used > 0 && used + 1 + width > columns) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(used == 0 ? "" : " ").append(word);
            used += width + (used == 0 ? 0 : 1);
        }
        lines.add(line.toString());
        return lines;
    }
}
