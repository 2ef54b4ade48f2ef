package dev.blackstart.cli;

import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.Engine;
import dev.blackstart.run.Leases;
import dev.blackstart.session.Session;
import dev.blackstart.terminal.SafeText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description =
                "Removes what dead and kept runs left in the engine, writes the reports of killed runs, forgets"
                        + " bases that nobody uses, and says what it did and which bases, images and stages it leaves. Never touches a run that lives, or anything that is not ours.")
final class CleanVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Ticker ticker = Ticker.system();
        try (Engine engine = Containers.connect(ticker)) {
            new Session(engine, ticker, Leases.ofThisUser(), new RunScreen(out, out, ticker))
                    .sweepAll(line -> out.println(SafeText.shown(line)));
        }
        return ExitCode.PASSED;
    }
}
