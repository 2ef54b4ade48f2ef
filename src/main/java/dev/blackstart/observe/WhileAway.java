package dev.blackstart.observe;

import java.time.Duration;
import java.util.Optional;

/**
 * What a probe said to questions that were asked while what it asks for was away: from the loss until the first moment at
 * which something could have brought it back. One that needs it says no, and never yes again within that time.
 */
final class WhileAway {
    private Optional<Duration> from = Optional.empty();
    private Optional<Duration> until = Optional.empty();
    private boolean saidNo;
    private boolean saidYes;
    private Optional<String> lie = Optional.empty();

    void begins(Duration at) {
        from = Optional.of(at);
    }

    void ends(Duration at) {
        if (until.isEmpty()) {
            until = Optional.of(at);
        }
    }

    void told(Sample sample, Duration askedAt, Duration at) {
        boolean within = from.filter(begun -> askedAt.compareTo(begun) >= 0).isPresent()
                && until.filter(ended -> askedAt.compareTo(ended) > 0).isEmpty();
        if (!within) {
            return;
        }
        if (!sample.up()) {
            saidNo = true;
        } else if (until.filter(ended -> at.compareTo(ended) > 0).isEmpty()) {
            saidYes = true;
            if (saidNo && lie.isEmpty()) {
                lie = Optional.of("it held again (" + sample.detail() + ") before anything was done that could help");
            }
        }
    }

    /** Why it can't be relied on; empty: it said no all the time, or nobody could ask it then. */
    Optional<String> fault() {
        return saidYes && !saidNo ? Optional.of("it went on to hold while that was away") : lie;
    }

    boolean told() {
        return saidNo || saidYes;
    }
}
