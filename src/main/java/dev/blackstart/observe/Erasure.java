package dev.blackstart.observe;

import java.time.Duration;
import java.util.Optional;

/**
 * A write that is erased again, each moment on the run's ticker.
 *
 * @param thereAt when it was last seen there; before that nobody asks to erase it
 * @param sentAt when the service was asked to erase it; empty: not yet
 * @param acknowledgedAt when the service had said that it is erased; empty: it never did
 * @param goneAt when it was seen to be gone; empty: it was not
 * @param detail what was answered to the erasure, or why nothing was
 */
public record Erasure(
        String id,
        Optional<Duration> thereAt,
        Optional<Duration> sentAt,
        Optional<Duration> acknowledgedAt,
        Optional<Duration> goneAt,
        String detail) {
    /** A write that is to be erased. */
    static Erasure chosen(String id) {
        return new Erasure(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    Erasure there(Duration at) {
        return new Erasure(id, Optional.of(at), sentAt, acknowledgedAt, goneAt, detail);
    }

    Erasure sent(Duration at) {
        return new Erasure(id, thereAt, Optional.of(at), acknowledgedAt, goneAt, "no answer before the strike");
    }

    Erasure acknowledged(Duration at, int status) {
        return new Erasure(id, thereAt, sentAt, Optional.of(at), goneAt, String.valueOf(status));
    }

    Erasure refused(String why) {
        return new Erasure(id, thereAt, sentAt, acknowledgedAt, goneAt, why);
    }

    Erasure gone(Duration at) {
        return new Erasure(id, thereAt, sentAt, acknowledgedAt, Optional.of(at), detail);
    }

    /** Whether the service was asked to erase it, so that nobody knows any more whether it has to be there. */
    public boolean asked() {
        return sentAt.isPresent();
    }

    /** Whether the service had promised by this moment that it is erased. */
    public boolean acknowledgedBy(Duration moment) {
        return acknowledgedAt.filter(at -> at.compareTo(moment) <= 0).isPresent();
    }

    /** Whether it was seen gone by this moment, too: only what was gone can come back. */
    public boolean goneBy(Duration moment) {
        return acknowledgedBy(moment)
                && goneAt.filter(at -> at.compareTo(moment) <= 0).isPresent();
    }

    /** Whether it was still read so long after it was said to be erased. */
    public boolean lingers(Duration patience) {
        return goneAt.isEmpty()
                && acknowledgedAt
                        .flatMap(said -> thereAt.filter(at -> at.compareTo(said.plus(patience)) >= 0))
                        .isPresent();
    }
}
