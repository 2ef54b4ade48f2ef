package dev.blackstart.engine;

import dev.blackstart.drill.DrillRun;
import dev.blackstart.journal.Entry;
import dev.blackstart.verdict.ControlResult;
import dev.blackstart.verdict.Judge;
import dev.blackstart.history.Verdict;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;

/** Registers each control of a run below it as it begins. */
final class ControlsBelow implements DrillRun.Observer {
    private final RunDescriptor run;
    private final EngineExecutionListener listener;
    private final DrillRun.Observer next;
    private final Map<String, ControlDescriptor> controls = new HashMap<>();

    ControlsBelow(RunDescriptor run, EngineExecutionListener listener, DrillRun.Observer next) {
        this.run = run;
        this.listener = listener;
        this.next = next;
    }

    @Override
    public void entry(Entry entry) {
        next.entry(entry);
    }

    @Override
    public void progress(String line) {
        next.progress(line);
    }

    @Override
    public synchronized void controlStarted(String name) {
        ControlDescriptor control = new ControlDescriptor(run.getUniqueId().append("control", name), name);
        controls.put(name, control);
        run.addChild(control);
        listener.dynamicTestRegistered(control);
        listener.executionStarted(control);
        next.controlStarted(name);
    }

    @Override
    public synchronized void controlEnded(String name, List<Entry> entries) {
        ControlDescriptor control = controls.get(name);
        if (control != null) {
            listener.executionFinished(control, result(name, entries));
        }
        next.controlEnded(name, entries);
    }

    @Override
    public void reported(Path directory) {
        listener.reportingEntryPublished(run, ReportEntry.from("report", directory.toString()));
        next.reported(directory);
    }

    private static TestExecutionResult result(String name, List<Entry> entries) {
        Optional<ControlResult> found = Judge.judge(entries).controls().stream()
                .filter(control -> control.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            return TestExecutionResult.failed(new InconclusiveException("the control " + name + " left no trace"));
        }
        ControlResult control = found.get();
        if (control.asExpected()
                || (control.verdict() == Verdict.PASSED && control.tolerated().isPresent())) {
            return TestExecutionResult.successful();
        }
        return TestExecutionResult.failed(new InconclusiveException(control.explanation()));
    }
}
