package dev.blackstart.observe;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Marks the writes of one ledger, so that they can be told from everything else in a database.
 *
 * @param text {@code bs} and 8 hex digits
 */
public record LedgerToken(String text) {
    private static final Pattern FORM = Pattern.compile("bs[0-9a-f]{8}");

    private static final int NEVER = 987_654;
    private static final int EARLY = 17;

    public LedgerToken {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a ledger's token: " + text);
        }
    }

    /** Make one from random bits, such as those of a run's seeded source. */
    public static LedgerToken of(int bits) {
        return new LedgerToken("bs%08x".formatted(bits));
    }

    /**
     * Ids like all others, of writes that were never made: one that no ledger ever comes to, and an early one of another
     * ledger. Who knows what such an id looks like, and how far a ledger comes, still knows none that was written.
     */
    List<String> never() {
        int bits = Integer.parseUnsignedInt(text.substring(2), 16);
        return List.of(id(NEVER), of(~bits).id(EARLY));
    }

    /** The id of a write, counted from 1. */
    public String id(int number) {
        return "%s-%06d".formatted(text, number);
    }
}
