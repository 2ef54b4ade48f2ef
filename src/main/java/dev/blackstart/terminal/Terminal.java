package dev.blackstart.terminal;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What the program writes to.
 *
 * @param live whether a line can be written over, so that progress may move
 * @param columns at most this wide
 */
public record Terminal(boolean live, int columns, Ansi ansi) {
    /** No wider: longer lines are hard to read. */
    public static final int WIDEST = 100;

    private static final int USUAL = 80;
    private static final int NARROWEST = 40;

    /**
     * Find out what standard output is. Colours follow {@code NO_COLOR} and its relatives, the width {@code COLUMNS}.
     *
     * @param console whether standard output is a terminal
     */
    public static Terminal detect(Map<String, String> environment, boolean console) {
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean plain =
                !console || dumb || !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                console && !dumb, columns(environment.getOrDefault("COLUMNS", "")), plain ? Ansi.OFF : Ansi.ON);
    }

    private static int columns(String columns) {
        return columns.matches("[0-9]{1,4}") ? Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns))) : USUAL;
    }

    /** Make a line safe to be shown, and cut it where it would wrap. */
    public String fit(String line) {
        return TextWidth.cut(SafeText.shown(line), columns - 1);
    }
}
