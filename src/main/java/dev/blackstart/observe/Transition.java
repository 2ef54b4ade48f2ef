package dev.blackstart.observe;

import java.time.Duration;

/**
 * A probe began to hold, or ceased to.
 *
 * @param askedAt when the question was asked whose answer decided, on the run's ticker
 * @param at when that answer was complete
 * @param detail the answer, for readers
 */
public record Transition(String probe, boolean up, Duration askedAt, Duration at, String detail) {}
