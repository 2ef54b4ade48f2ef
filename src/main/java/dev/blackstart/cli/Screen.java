package dev.blackstart.cli;

import dev.blackstart.drill.DrillRun;
import dev.blackstart.journal.Entry;
import java.io.PrintWriter;
import java.util.List;

/** Shows a run while it goes on. */
final class Screen implements DrillRun.Observer {
    private final PrintWriter out;

    Screen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void entry(Entry entry) {
        out.println(entry.at() + " " + entry.attempt() + " " + entry.event());
        out.flush();
    }

    @Override
    public void progress(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void controlStarted(String name) {}

    @Override
    public void controlEnded(String name, List<Entry> entries) {}
}
