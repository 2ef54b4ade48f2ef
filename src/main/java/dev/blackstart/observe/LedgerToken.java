package dev.blackstart.observe;

import java.util.regex.Pattern;

/**
 * Marks the writes of one ledger, so that they can be told from everything else in a database.
 *
 * @param text {@code bs} and 8 hex digits
 */
public record LedgerToken(String text) {
    private static final Pattern FORM = Pattern.compile("bs[0-9a-f]{8}");

    private static final int NEVER = 987_654;

    public LedgerToken {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a ledger's token: " + text);
        }
    }

    /** Make one from random bits, such as those of a run's seeded source. */
    public static LedgerToken of(int bits) {
        return new LedgerToken("bs%08x".formatted(bits));
    }

    /** An id like all others, of a write that no ledger ever comes to. */
    String never() {
        return id(NEVER);
    }

    /** The id of a write, counted from 1. */
    public String id(int number) {
        return "%s-%06d".formatted(text, number);
    }
}
