package dev.blackstart.cli;

import dev.blackstart.clock.Ticker;
import dev.blackstart.drill.DrillRun;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.report.Progress;
import dev.blackstart.report.Report;
import dev.blackstart.report.Reports;
import dev.blackstart.report.Summary;
import dev.blackstart.report.Tally;
import dev.blackstart.report.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a run while it goes on, and what came of it in a few lines. */
final class Screen implements DrillRun.Observer {
    private final PrintWriter out;
    private final Terminal terminal;
    private final Ticker ticker;
    private final List<Report> reports = new ArrayList<>();
    private @Nullable Progress progress;

    Screen(PrintWriter out, Ticker ticker) {
        this.out = out;
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
                progress.close();
            }
        }
    }

    @Override
    public synchronized void progress(String line) {
        if (progress != null) {
            progress.say(line);
        } else {
            out.println(line);
        }
    }

    @Override
    public void controlStarted(String name) {}

    @Override
    public void controlEnded(String name, List<Entry> entries) {}

    @Override
    public synchronized void reported(Path directory) {
        try {
            Report report = Reports.read(directory);
            reports.add(report);
            out.println();
            out.print(Summary.render(report, directory, terminal.ansi()));
            out.println();
            out.flush();
        } catch (IOException e) {
            out.println("the report in " + directory + " cannot be read: " + e.getMessage());
        }
    }

    /** Say what the runs showed together, here and beside their reports. */
    synchronized void ended(Path directory) {
        Tally tally = Tally.of(reports);
        out.print(tally.text());
        out.flush();
        try {
            Reports.write(tally, directory);
        } catch (IOException e) {
            out.println("the summary in " + directory + " cannot be written: " + e.getMessage());
        }
    }
}
