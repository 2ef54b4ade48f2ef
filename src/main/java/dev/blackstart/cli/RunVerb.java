package dev.blackstart.cli;

import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.drill.RunOptions;
import dev.blackstart.environment.Engine;
import dev.blackstart.run.Leases;
import dev.blackstart.run.UserDirectories;
import dev.blackstart.session.Session;
import dev.blackstart.terminal.SafeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    /** Bytes; reports and journal of one run take a few hundred kilobytes. */
    private static final int ROOM = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "reports",
            description = "Where reports go (default: ${DEFAULT-VALUE}).")
    private Path reports;

    @Option(names = "--quick", description = "Leave the controls out. The report says that they proved nothing.")
    private boolean quick;

    @Option(
            names = "--keep",
            description =
                    "Leave the replica up for a look, that of a commissioning that failed too; `blackstart clean` removes it.")
    private boolean keep;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Draw everything that is drawn by chance from this seed; without it one is drawn, and reported.")
    private @Nullable Long seed;

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
        Definitions definitions = DefinitionReader.read(drills);
        ProblemPrinter.print(definitions, err);
        if (definitions.broken()) {
            return ExitCode.BAD_INPUT;
        }
        if (definitions.drills().isEmpty()) {
            err.println("blackstart: there is no drill in " + drills);
            err.println("  HINT: name a *.drill.yaml, or a directory that holds some.");
            return ExitCode.BAD_INPUT;
        }
        mustBeWritable(reports, "reports", "name a directory that you may write to with --reports");
        mustBeWritable(
                UserDirectories.state(), "what lives of a run", "let XDG_STATE_HOME or HOME name one that you may");
        mustBeWritable(
                UserDirectories.cache(), "commissioned bases", "let XDG_CACHE_HOME or HOME name one that you may");
        Ticker ticker = Ticker.system();
        try (Engine engine = Containers.connect(ticker)) {
            RunScreen screen = new RunScreen(spec.commandLine().getOut(), err, ticker);
            Session session = new Session(engine, ticker, Leases.ofThisUser(), screen);
            session.sweepKilled(line -> err.println(SafeText.shown(line)));
            long drawn = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed;
            return ExitCode.of(session.run(
                    definitions,
                    new RunOptions(
                            reports, quick, keep, drawn, jobs == null ? RunOptions.jobsHere() : jobs, proveSteps)));
        }
    }

    /** Whether a run finds room there: better before the drill than after it. */
    private static void mustBeWritable(Path directory, String what, String hint) {
        try {
            Files.createDirectories(directory);
            Path probe = Files.createTempFile(directory, ".probe", "");
            try {
                Files.write(probe, new byte[ROOM]);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new BadInput(
                    "%s cannot be written to %s".formatted(what, directory), hint + "; nothing was started.");
        }
    }
}
