package dev.blackstart.cli;

import dev.blackstart.history.Verdict;

/** What the process ends with; others script against these numbers. */
final class ExitCode {
    static final int PASSED = 0;
    static final int FAILED = 1;
    static final int INCONCLUSIVE = 2;
    static final int BAD_INPUT = 64;
    static final int NO_ENGINE = 69;

    private ExitCode() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }
}
