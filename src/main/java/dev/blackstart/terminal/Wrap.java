package dev.blackstart.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines that there is room for, between words only: names, paths and commands stay
 * whole.
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
        for (String word : words(SafeText.plain(text))) {
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

    /** What stands between backticks is one word: half a command, pasted, would be another one. */
    private static List<String> words(String text) {
        if (text.indexOf('`') < 0) {
            return List.of(text.split(" "));
        }
        List<String> words = new ArrayList<>();
        String rest = "";
        for (String word : text.split(" ")) {
            String whole = rest.isEmpty() ? word : rest + " " + word;
            boolean open = whole.chars().filter(letter -> letter == '`').count() % 2 == 1;
            if (!open) {
                words.add(whole);
            }
            rest = open ? whole : "";
        }
        if (!rest.isEmpty()) {
            words.addAll(List.of(rest.split(" ")));
        }
        return words;
    }
}
