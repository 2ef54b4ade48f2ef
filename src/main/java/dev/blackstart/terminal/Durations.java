package dev.blackstart.terminal;

import java.time.Duration;
import java.util.Locale;

/** Words durations for people; scripts get ISO-8601. */
public final class Durations {
    private Durations() {}

    /** Word a duration, such as {@code 340 ms}, {@code 7.5 s}, {@code 4 min 7.5 s}, {@code 1 h 2 min}. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 0) {
            return "-" + text(Duration.ofMillis(-millis));
        }
        if (millis < 1000) {
            return millis + " ms";
        }
        long tenths = Math.round(millis / 100.0);
        if (tenths < 600) {
            return seconds(tenths);
        }
        if (tenths < 36_000) {
            return joined(tenths / 600 + " min", tenths % 600, seconds(tenths % 600));
        }
        long minutes = Math.round(tenths / 600.0);
        return joined(minutes / 60 + " h", minutes % 60, minutes % 60 + " min");
    }

    private static String seconds(long tenths) {
        return tenths % 10 == 0 ? tenths / 10 + " s" : String.format(Locale.ROOT, "%d.%d s", tenths / 10, tenths % 10);
    }

    private static String joined(String large, long rest, String small) {
        return rest == 0 ? large : large + " " + small;
    }
}
