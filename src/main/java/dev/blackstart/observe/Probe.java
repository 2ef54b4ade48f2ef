package dev.blackstart.observe;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A question that says whether the service works. */
public interface Probe {
    /** What it says, in the words of the drill. */
    String name();

    /** Ask once, without blocking; no answer is a {@link Sample} too, at the latest when the deadline has passed. */
    CompletableFuture<Sample> ask(Duration deadline);
}
