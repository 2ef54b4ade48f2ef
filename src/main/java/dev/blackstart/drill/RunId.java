package dev.blackstart.drill;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** Names runs: by drill and time for people, with a few random digits so that no two are alike. */
final class RunId {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunId() {}

    static String of(String drill, Instant now) {
        return drill + "-" + TIME.format(now) + "-"
                + UUID.randomUUID().toString().substring(0, 4);
    }
}
