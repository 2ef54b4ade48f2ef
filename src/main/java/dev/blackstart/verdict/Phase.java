package dev.blackstart.verdict;

import java.time.Duration;

/** A part of the recovery. {@code startsAfter} counts from the strike; phases follow each other without a gap. */
public record Phase(String name, Duration startsAfter, Duration duration) {}
