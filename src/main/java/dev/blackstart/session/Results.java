package dev.blackstart.session;

import dev.blackstart.engine.DrillFailedError;
import dev.blackstart.engine.InconclusiveException;
import dev.blackstart.history.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Keeps the worst of what the platform says; controls end on threads of their own. */
final class Results implements TestExecutionListener {
    private final SessionListener listener;
    private Verdict worst = Verdict.PASSED;
    private int runs;
    private @Nullable TestPlan plan;

    Results(SessionListener listener) {
        this.listener = listener;
    }

    synchronized Verdict verdict() {
        return runs == 0 ? worst.worst(Verdict.INCONCLUSIVE) : worst;
    }

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            runs++;
        }
        result.getThrowable().ifPresent(reason -> {
            worst = worst.worst(reason instanceof DrillFailedError ? Verdict.FAILED : Verdict.INCONCLUSIVE);
            if (!reported(reason)) {
                listener.failed(name(test), reason);
            }
        });
    }

    /** Whether a report says so already. */
    private static boolean reported(Throwable reason) {
        return reason instanceof DrillFailedError || reason instanceof InconclusiveException;
    }

    private String name(TestIdentifier test) {
        TestPlan all = plan;
        String own = test.getDisplayName();
        return all == null
                ? own
                : all.getParent(test)
                        .filter(parent -> parent.getParentId().isPresent())
                        .map(parent -> parent.getDisplayName() + ", " + own)
                        .orElse(own);
    }
}
