package dev.blackstart.session;

import dev.blackstart.drill.Observer;
import dev.blackstart.report.Tally;
import dev.blackstart.run.FinishedRun;

/** Hears of all that a session does; what it hears of while a run goes on comes on a thread of its own. */
public interface SessionListener extends Observer {
    /** The report of a run was written that was killed some time before this session. */
    void killed(FinishedRun run);

    /**
     * A run has no report.
     *
     * @param run drill and team, as people call them
     */
    void failed(String run, Throwable why);

    /** All runs have ended; a session's summary lies beside their reports. */
    void ended(Tally tally);
}
