package dev.blackstart.access;

import dev.blackstart.definition.Ordered;
import java.util.List;
import java.util.Set;

/**
 * What is left when some people are not there.
 *
 * @param without who is not there
 */
public record Remaining(Set<String> without, List<Secret> secrets, List<Page> runbooks, List<Drill> drills) {
    public Remaining {
        without = Ordered.copy(without);
        secrets = List.copyOf(secrets);
        runbooks = List.copyOf(runbooks);
        drills = List.copyOf(drills);
    }

    /** Whether something is open to those who are left. */
    public enum Still {
        OPEN,
        CLOSED,
        /** Not to those of whom it is known; it cannot be told who else opens it. */
        UNTOLD
    }

    /**
     * A secret, and whether those who are left can open it.
     *
     * @param path how; empty where they are not known to
     */
    public record Secret(String name, Still still, List<PathStep> path) {
        public Secret {
            path = List.copyOf(path);
        }

        /** Says whether it is known to be open. */
        public boolean open() {
            return still == Still.OPEN;
        }
    }

    /**
     * A runbook, and whether those who are left can follow it.
     *
     * @param closed what it needs and they cannot open
     * @param unclear whether it may need more than could be told from its text
     */
    public record Page(String name, boolean possible, Set<String> closed, boolean unclear) {
        public Page {
            closed = Ordered.copy(closed);
        }
    }

    /**
     * A drill, and whether it can still end as its definition wants, in each of its runs.
     *
     * @param expectsLockOut whether it wants its survivors locked out: possible then means that they are
     * @param closed what its runbook needs and its survivors, without those who are not there, cannot open; where each
     *     combination of survivors is a run, what some of them cannot
     */
    public record Drill(String name, String runbook, boolean expectsLockOut, boolean possible, Set<String> closed) {
        public Drill {
            closed = Ordered.copy(closed);
        }
    }
}
