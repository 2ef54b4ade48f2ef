package dev.blackstart.cli;

import dev.blackstart.access.DrillTeams;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.drill.RunOptions;
import dev.blackstart.environment.Engine;
import dev.blackstart.run.Leases;
import dev.blackstart.session.Session;
import dev.blackstart.terminal.SafeText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs drills with their controls, one after the other, and writes a report for each run.",
        footer = {
            "",
            "Each run gets a directory of its own below the reports: report.html, report.json, report.md, junit.xml"
                    + " and journal.jsonl. Beside them, summary.md tells what the runs of one command showed together."
                    + " The worst verdict decides the exit code."
        })
final class RunVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final RunSettings settings = new RunSettings();

    @Option(names = "--quick", description = "Leave the controls out. The report says that they proved nothing.")
    private boolean quick;

    @Option(
            names = "--keep",
            description =
                    "Leave the replica up for a look, that of a commissioning that failed too; `blackstart clean` removes it.")
    private boolean keep;

    @Option(
            names = "--prove-steps",
            description = "Besides, leave each step of the runbook out in turn: one that nothing misses is a finding.")
    private boolean proveSteps;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "How many controls go side by side (default: as many as there are processors, at least two, and as"
                            + " find room in memory). The drill itself never runs beside anything.")
    private @Nullable Integer jobs;

    @Parameters(
            paramLabel = "DRILL-OR-DIR",
            defaultValue = "drills",
            description = "Drill files, or directories of them (default: ${DEFAULT-VALUE}).")
    private List<Path> drills;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Definitions definitions = DrillTeams.checked(DefinitionReader.read(drills));
        ProblemPrinter.print(definitions, err);
        if (definitions.broken()) {
            return ExitCode.BAD_INPUT;
        }
        if (definitions.drills().isEmpty()) {
            err.println("blackstart: there is no drill in " + drills);
            err.println("  HINT: name a *.drill.yaml, or a directory that holds some.");
            return ExitCode.BAD_INPUT;
        }
        settings.mustBeWritable();
        new ChosenTeams(definitions).told().forEach(line -> err.println(SafeText.shown(line)));
        Ticker ticker = Ticker.system();
        try (Engine engine = Containers.connect(ticker)) {
            RunScreen screen = new RunScreen(spec.commandLine().getOut(), err, ticker);
            Session session = new Session(engine, ticker, Leases.ofThisUser(), screen);
            session.sweepKilled(line -> err.println(SafeText.shown(line)));
            return ExitCode.of(session.run(
                    definitions,
                    new RunOptions(
                            settings.reports(),
                            quick,
                            keep,
                            settings.seed(),
                            jobs == null ? RunOptions.jobsHere() : jobs,
                            proveSteps)));
        }
    }
}
