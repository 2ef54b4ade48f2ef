package dev.blackstart.terminal;

import java.util.regex.Pattern;

/** Takes from a text what would move a terminal's cursor, hide what stands there, break a document, or command a CI system. */
public final class SafeText {
    /** Control characters, invisible ones, halves of characters, line ends of other worlds, and what XML has no place for. */
    private static final String UNSAFE = "\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF";

    private static final Pattern ONE = Pattern.compile("[" + UNSAFE + "]");
    private static final Pattern ONE_BUT_LINE_BREAKS = Pattern.compile("[" + UNSAFE + "&&[^\\n\\r\\t]]|\\r(?!\\n)");

    /** What a CI system takes for a command of its own: {@code ::error} where a line begins, {@code ##[} and {@code ##vso[} anywhere. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^[ \\t]*+:(?=:)|##(?=\\[|vso\\[)");

    private static final Pattern GAPS = Pattern.compile("[" + UNSAFE + "\\s]+");

    private SafeText() {}

    /** Make one line of a text, with one space wherever there was a gap. */
    public static String plain(String text) {
        return isPlain(text, false) ? text : GAPS.matcher(text).replaceAll(" ").strip();
    }

    /** Put a space for each character that is none to be shown; a line that was laid out stays laid out. */
    public static String shown(String line) {
        return idle(isPlain(line, true) ? line : ONE.matcher(line).replaceAll(" "));
    }

    /** Says of most texts without an expression that there is nothing to take: letters of ASCII, with spaces between them. */
    private static boolean isPlain(String text, boolean anySpaces) {
        boolean gap = !anySpaces;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean space = letter == ' ';
            if (letter < ' ' || letter > '~' || (gap && space)) {
                return false;
            }
            gap = space && !anySpaces;
        }
        return !gap;
    }

    /** The same, of several lines, which stay lines. */
    public static String lines(String text) {
        return idle(ONE_BUT_LINE_BREAKS.matcher(text).replaceAll(" "));
    }

    private static String idle(String text) {
        return text.contains("::") || text.contains("##")
                ? COMMAND.matcher(text).replaceAll("$0 ")
                : text;
    }
}
