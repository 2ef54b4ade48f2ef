package dev.blackstart.state;

import dev.blackstart.machine.Host;

/**
 * Something that is written into a state before the disaster, and that only a backup made afterwards holds: a state that came
 * back without it came from an older one, or from elsewhere. It holds the mark, so that no fingerprint has it.
 */
public interface Sign {
    /**
     * Write it.
     *
     * @throws StateException where it was not seen to be there afterwards
     */
    void leave(Host host);

    /** Whether it is there. */
    boolean found(Host host);
}
