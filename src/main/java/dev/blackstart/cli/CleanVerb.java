package dev.blackstart.cli;

import dev.blackstart.drill.Bases;
import dev.blackstart.environment.Engine;
import dev.blackstart.run.DeadRuns;
import dev.blackstart.run.Leases;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description =
                "Removes what dead and kept runs left in the engine, writes the reports of killed runs, and says what"
                        + " it did. Never touches a run that lives, or anything that is not ours.")
final class CleanVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Engine engine = Containers.connect()) {
            new DeadRuns(Leases.ofThisUser(), engine, out::println, run -> {}).sweepAll();
            Bases.ofThisUser().removeUnfinished(out::println);
        }
        return ExitCode.PASSED;
    }
}
