package dev.blackstart.cli;

import dev.blackstart.access.DrillTeams;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.terminal.Counts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks drills and environments and reports every fault of every file. Needs no engine.")
final class ValidateVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            defaultValue = ".",
            description = "Drill files, environments, or directories to search (default: here).")
    private List<Path> paths;

    @Override
    public Integer call() {
        Definitions definitions = DrillTeams.checked(DefinitionReader.read(paths));
        ProblemPrinter.print(definitions, spec.commandLine().getErr());
        if (definitions.broken()) {
            return ExitCode.BAD_INPUT;
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%s and %s: all whole.%n",
                        Counts.of(definitions.drills().size(), "drill"),
                        Counts.of(definitions.environments().size(), "environment"));
        return ExitCode.PASSED;
    }
}
