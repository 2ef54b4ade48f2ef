package dev.blackstart.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** Names runs: by drill and time for people, with a few random digits so that no two are alike. */
public final class RunId {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunId() {}

    /** Make one that begins with a letter or a digit: its directory is never hidden, and never looks like an option. */
    public static String of(String drill, Instant now) {
        String name = drill.replaceFirst("^[^\\p{L}\\p{N}]+", "");
        return (name.isEmpty() ? "drill" : name) + "-" + TIME.format(now) + "-"
                + UUID.randomUUID().toString().substring(0, 4);
    }
}
