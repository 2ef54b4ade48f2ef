package dev.blackstart.terminal;

/** Shortens what somebody else wrote to what there is room for, and says how much is left out. */
public final class Excerpt {
    private static final int GLANCE = 200;

    private Excerpt() {}

    /** The start and the end of a text, together at most so many characters and a note. */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int head = whole(text, most / 2);
        int tail = whole(text, text.length() - (most - most / 2));
        return text.substring(0, head) + note(tail - head) + text.substring(tail);
    }

    /**
     * The last lines that carry anything.
     *
     * @param widest of a longer line, its start and its end
     * @param most characters of all lines together, and a note; those at the end stay
     */
    public static String end(String text, int lines, int widest, int most) {
        String solid = text.strip();
        StringBuilder end = new StringBuilder();
        int to = solid.length();
        for (int left = lines; left > 0 && to >= 0 && end.length() < most; left--) {
            int from = solid.lastIndexOf('\n', to - 1) + 1;
            String line = of(solid.substring(from, to), widest);
            end.insert(0, end.length() == 0 ? line : line + "\n");
            to = from - 1;
        }
        int over = end.length() - most;
        if (over <= 0) {
            return end.toString();
        }
        int cut = whole(end, over);
        return note(cut) + end.substring(cut);
    }

    /** As much of a text as is taken in at a glance, on one line. */
    public static String line(String text) {
        return of(SafeText.plain(of(text, 4 * GLANCE)), GLANCE);
    }

    private static String note(int characters) {
        return "[blackstart: %d characters are left out here]".formatted(characters);
    }

    /** A place beside this one that is not inside of a character. */
    private static int whole(CharSequence text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))
                ? at - 1
                : at;
    }
}
