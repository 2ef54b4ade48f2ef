package dev.blackstart.backup;

import java.time.Instant;

/**
 * One backup among several of the same thing, as its repository tells of it.
 *
 * @param host the name that the machine had which pushed it; empty: it cannot be read any more
 * @param begun by the clock of that machine, at the earliest
 * @param ended by the same, at the latest: repositories tell whole seconds
 */
public record Generation(String name, String host, Instant begun, Instant ended) {
    private static final String DIGITS = "[0-9]+";

    /** When it had not ended yet. */
    public Instant stillMade() {
        Instant before = ended.minusSeconds(1);
        return before.isBefore(begun) ? begun : before;
    }

    /** What generations of the same thing are called, whatever their moment. */
    public String series() {
        return name.replaceAll(DIGITS, "#");
    }

    /** Whether a host of this name has pushed it, which may call itself by its whole name. */
    public boolean by(String service) {
        return host.equals(service) || host.startsWith(service + ".");
    }
}
