package dev.blackstart.artefact;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When sshd begins to refuse a key.
 *
 * @param time as it is written
 * @param utc without it, the time is the server's own, whose zone nobody knows here
 */
public record ExpiryTime(LocalDateTime time, boolean utc) {
    static final Comparator<ExpiryTime> FIRST = Comparator.comparing(ExpiryTime::time);

    private static final Pattern WRITTEN = Pattern.compile(
            "([0-9]{4})([0-9]{2})([0-9]{2})(?:([0-9]{2})([0-9]{2})([0-9]{2})?)?(Z|UTC)?", Pattern.CASE_INSENSITIVE);

    /** In the zone that is last to have a date. */
    private static final Duration WESTERNMOST = Duration.ofHours(12);

    /** Reads {@code YYYYMMDD}, {@code YYYYMMDDHHMM} and {@code YYYYMMDDHHMMSS}, each with or without a {@code Z}. */
    static Optional<ExpiryTime> read(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(written.group(1)),
                    number(written.group(2)),
                    number(written.group(3)),
                    number(written.group(4)),
                    number(written.group(5)),
                    number(written.group(6)));
            return Optional.of(new ExpiryTime(time, written.group(7) != null));
        } catch (DateTimeException e) {
            return Optional.empty(); // There is no such day: sshd does not take it either.
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Says whether it has passed wherever the server may be. */
    public boolean passed(Instant now) {
        Instant end = time.toInstant(ZoneOffset.UTC);
        return !now.isBefore(utc ? end : end.plus(WESTERNMOST));
    }

    /** Writes it for people: {@code 2026-12-31 18:00 UTC}; without the zone where none is said. */
    public String shown() {
        return time.toString().replace("T00:00", "").replace('T', ' ') + (utc ? " UTC" : "");
    }
}
