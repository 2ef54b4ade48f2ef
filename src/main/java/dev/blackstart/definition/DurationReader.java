package dev.blackstart.definition;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations such as {@code 500ms}, {@code 8s} and {@code 1h30m}, and rates such as {@code 20/s}. */
final class DurationReader {
    // The same patterns stand in docs/schema/drill.schema.json.
    private static final Pattern DURATION = Pattern.compile(
            "(?=\\d)(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m(?!s))?(?:(\\d{1,8})s)?(?:(\\d{1,9})ms)?");
    private static final Pattern RATE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)/(s|m|h)");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600);

    private DurationReader() {}

    static Optional<Duration> parse(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(part(matcher, 1))
                .plusHours(part(matcher, 2))
                .plusMinutes(part(matcher, 3))
                .plusSeconds(part(matcher, 4))
                .plusMillis(part(matcher, 5)));
    }

    /** Gives the rate per second. */
    static Optional<Double> parseRate(String text) {
        Matcher matcher = RATE.matcher(text);
        return matcher.matches()
                ? Optional.of(Double.parseDouble(matcher.group(1)) / SECONDS.getOrDefault(matcher.group(2), 1))
                : Optional.empty();
    }

    private static long part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
