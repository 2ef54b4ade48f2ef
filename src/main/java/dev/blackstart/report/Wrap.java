package dev.blackstart.report;

import java.util.List;

/** Breaks a text into lines that a terminal has room for. */
final class Wrap {
    static final int WIDTH = 100;

    private Wrap() {}

    /** Add a text as lines of {@value #WIDTH} columns at most, unless a word is longer; what follows is indented alike. */
    static void into(List<String> lines, String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        boolean empty = true;
        for (String word : text.strip().split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }
}
