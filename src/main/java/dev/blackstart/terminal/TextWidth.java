package dev.blackstart.terminal;

/** Counts the columns that a terminal needs for a text: two for what East Asian fonts and emoji draw wide. */
public final class TextWidth {
    /** Ranges of code points that are wide, as Unicode's EastAsianWidth says; the few narrow ones between them break a line early. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0x4DBF},
        {0x4E00, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    /** Before it nothing is wide, or drawn above another letter. */
    private static final int FIRST_MARK = 0x300;

    private TextWidth() {}

    /** Count the columns of a text that holds nothing but what is shown. */
    public static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += of(text.codePointAt(i));
        }
        return columns;
    }

    private static int of(int letter) {
        if (letter < FIRST_MARK) {
            return 1;
        }
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> wide(letter) ? 2 : 1;
        };
    }

    private static boolean wide(int letter) {
        for (int[] range : WIDE) {
            if (letter >= range[0] && letter <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** Cut what is wider than so many columns, and say so by three dots in the last one. */
    public static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int left = columns - 1;
        for (int letter : text.codePoints().toArray()) {
            left -= of(letter);
            if (left < 0) {
                break;
            }
            cut.appendCodePoint(letter);
        }
        return cut.toString().stripTrailing() + "\u2026";
    }

    /** Fill a text up with spaces to so many columns. */
    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }
}
