package dev.blackstart.recovery;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.terminal.Excerpt;
import java.time.Duration;
import java.util.Optional;

/** The end of what a host has written about itself: a service that does not start says why only there. */
public final class HostJournal {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final int LINES = 30;
    private static final int WIDEST = 300;
    private static final int MOST = 6 * 1024;

    private HostJournal() {}

    /** Empty where it keeps none. */
    public static Optional<String> of(Host host) {
        Outcome outcome = host.run(
                Command.as("root", "journalctl", "--no-pager", "--quiet", "--output=short-iso", "--lines=" + LINES)
                        .within(WITHIN));
        return outcome.succeeded() && !outcome.out().isBlank()
                ? Optional.of(Excerpt.end(outcome.out(), LINES, WIDEST, MOST))
                : Optional.empty();
    }
}
