package dev.blackstart.cli;

import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.EngineException;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.report.Progress;
import dev.blackstart.report.Summary;
import dev.blackstart.report.Tally;
import dev.blackstart.run.FinishedRun;
import dev.blackstart.session.SessionListener;
import dev.blackstart.terminal.SafeText;
import dev.blackstart.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Shows a run while it goes on, and what came of it in a few lines. */
final class RunScreen implements SessionListener {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Terminal terminal;
    private final Ticker ticker;
    private @Nullable Progress progress;

    RunScreen(PrintWriter out, PrintWriter err, Ticker ticker) {
        this.out = out;
        this.err = err;
        this.ticker = ticker;
        this.terminal = terminal();
    }

    /** What standard output is; only the launcher can tell. */
    static Terminal terminal() {
        return Terminal.detect(System.getenv(), Boolean.getBoolean("blackstart.terminal"));
    }

    @Override
    public synchronized void entry(Entry entry) {
        if (entry.event() instanceof Event.RunStarted) {
            progress = new Progress(out, terminal, ticker::elapsed);
        }
        if (progress != null) {
            progress.accept(entry);
            if (entry.event() instanceof Event.RunEnded || entry.event() instanceof Event.Interrupted) {
                endProgress();
            }
        }
    }

    @Override
    public synchronized void progress(String line) {
        if (progress != null) {
            progress.say(line);
        } else {
            out.println(SafeText.shown(line));
            out.flush();
        }
    }

    @Override
    public synchronized void reported(FinishedRun run) {
        endProgress();
        out.println();
        out.print(Summary.render(run.report(), run.directory(), terminal.ansi()));
        out.println();
        out.flush();
    }

    @Override
    public synchronized void killed(FinishedRun run) {
        err.println(SafeText.shown(
                "wrote the report of the killed run " + run.report().run().id() + " to " + run.directory()));
    }

    @Override
    public synchronized void failed(String run, Throwable why) {
        endProgress();
        boolean known = why instanceof IOException || why instanceof EngineException;
        out.println(SafeText.shown("no report of " + run + ": " + (known ? why.getMessage() : why)));
        if (why instanceof EngineException engine) {
            out.println(SafeText.lines("  HINT: " + engine.hint()));
        } else if (!known) {
            out.println("  HINT: this should not have happened; please report it with the command that you gave.");
        }
        out.flush();
    }

    @Override
    public synchronized void ended(Tally tally) {
        out.print(tally.text());
        out.flush();
    }

    private void endProgress() {
        if (progress != null) {
            progress.close();
            progress = null;
        }
    }
}
