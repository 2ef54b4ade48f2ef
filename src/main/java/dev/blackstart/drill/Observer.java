package dev.blackstart.drill;

import dev.blackstart.journal.Entry;
import dev.blackstart.run.FinishedRun;

/** Hears of runs while they go on. */
public interface Observer {
    /** Something was written into the journal. */
    void entry(Entry entry);

    /** The engine does something that takes a while, or something could not be done. */
    void progress(String line);

    /** The reports of the run were written. */
    void reported(FinishedRun run);
}
