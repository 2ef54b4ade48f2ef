package dev.blackstart.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param at elapsed time on the run's ticker
 * @param wall a label for readers; no duration is computed from it
 * @param attempt {@link #MAIN}, or the name of the control that it belongs to
 */
public record Entry(Duration at, Instant wall, String attempt, Event event) {
    /** The attempt that is the drill itself, and what belongs to the run as a whole. */
    public static final String MAIN = "main";
}
