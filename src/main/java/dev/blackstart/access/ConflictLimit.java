package dev.blackstart.access;

import org.logicng.handlers.SATHandler;

/** Ends a search after so many conflicts, not after some time: the same inventory gets the same answer everywhere. */
final class ConflictLimit implements SATHandler {
    private int left;

    ConflictLimit(int conflicts) {
        this.left = conflicts;
    }

    @Override
    public boolean detectedConflict() {
        left--;
        return left > 0;
    }

    @Override
    public boolean aborted() {
        return left <= 0;
    }
}
