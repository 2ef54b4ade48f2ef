package dev.blackstart.state;

import dev.blackstart.machine.Host;

/** Has a state carry out what may change it, in the language of its kind. */
public interface Statements {
    /** Carry out somebody's statements, as one; never throws for what the state or its tools do. */
    Done carryOut(Host host, String statements);

    /**
     * What came of statements.
     *
     * @param done false: they ended in an error, and nobody knows of any change
     * @param rows how many rows they touched, as far as the state counts them
     * @param said what it said, such as {@code DELETE 5}, or why it did nothing
     */
    record Done(boolean done, long rows, String said) {}
}
