package dev.blackstart.cli;

import dev.blackstart.access.DrillTeams;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.SafeText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists drills: file, title, how many runs. Needs no engine.")
final class ListVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            defaultValue = "drills",
            description = "Drill files or directories (default: ${DEFAULT-VALUE}).")
    private List<Path> paths;

    @Override
    public Integer call() {
        Definitions definitions = DrillTeams.checked(DefinitionReader.read(paths));
        PrintWriter out = spec.commandLine().getOut();
        definitions.drills().forEach(drill -> {
            int runs = DrillTeams.of(drill).size();
            out.println(SafeText.shown("%-28s %s (%s)".formatted(drill.name(), drill.title(), Counts.of(runs, "run"))));
        });
        ProblemPrinter.print(definitions, spec.commandLine().getErr());
        return definitions.broken() ? ExitCode.BAD_INPUT : ExitCode.PASSED;
    }
}
