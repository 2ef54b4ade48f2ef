package dev.blackstart.terminal;

import java.util.Locale;

/** Words how many there are. */
public final class Counts {
    private Counts() {}

    /** Word a number of things, such as {@code 1 run} or {@code 12,000 rows}. */
    public static String of(long number, String noun) {
        return of(number, noun, noun + "s");
    }

    /** Word a number of things of which several are called otherwise, such as {@code 2 people}. */
    public static String of(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
