package dev.blackstart.store;

import dev.blackstart.machine.Outcome;

/** Says that something could not be done with a store or with people's keys, for a reason outside of any recovery. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    StoreException(String message) {
        super(message);
    }

    static StoreException unwritten(Exception cause) {
        return new StoreException("what is kept of a store cannot be written or read: " + cause.getMessage(), cause);
    }

    /** Says so unless a script came to a good end. */
    static Outcome check(String what, Outcome outcome) {
        if (!outcome.succeeded()) {
            String said = outcome.err().strip();
            throw new StoreException(what + ": "
                    + switch (outcome.ending()) {
                        case ENDED -> said;
                        case TIMED_OUT -> "its time ran out";
                        case CUT -> "its output was cut before it said that it had ended";
                    });
        }
        return outcome;
    }
}
