package dev.blackstart.cli;

import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.DrillDefinition.SteadyState;
import dev.blackstart.drill.RunOptions;
import dev.blackstart.drill.StageDoors;
import dev.blackstart.environment.Engine;
import dev.blackstart.run.Leases;
import dev.blackstart.session.Session;
import dev.blackstart.terminal.SafeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "stage",
        mixinStandardHelpOptions = true,
        description = "Brings a replica of an environment up, sees that it is in service, says how to reach it, and"
                + " leaves it up: an upgrade or a page is tried there first. Its secrets are its own, and nothing leads"
                + " out of it.",
        footer = {
            "",
            "The environment's drills, beside it in drills/, say by what probes it is seen to be in service. A stage"
                    + " stays until --down takes it down; `blackstart clean` leaves it alone."
        })
final class StageVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final RunSettings settings = new RunSettings();

    @Option(names = "--down", description = "Take every stage of the environment down, with all that was done there.")
    private boolean down;

    @Parameters(
            paramLabel = "ENVIRONMENT",
            arity = "0..1",
            description = "Its name below environments/, or its directory (default: the only one).")
    private @Nullable String environment;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path chosen = EnvironmentChoice.of(Optional.ofNullable(environment)).toAbsolutePath();
        Path directory = Files.isDirectory(chosen) ? chosen : chosen.resolveSibling("");
        Definitions definitions = DefinitionReader.read(
                EnvironmentChoice.drillsBeside(directory).map(List::of).orElse(List.of(directory)));
        ProblemPrinter.print(definitions, err);
        if (definitions.broken()) {
            return ExitCode.BAD_INPUT;
        }
        DrillDefinition staged = staged(definitions, directory);
        settings.mustBeWritable();
        Ticker ticker = Ticker.system();
        try (Engine engine = Containers.connect(ticker)) {
            Session session = new Session(engine, ticker, Leases.ofThisUser(), new RunScreen(out, err, ticker));
            session.sweepKilled(line -> err.println(SafeText.shown(line)));
            String name = staged.environment().name();
            if (down) {
                return down(session, name, out);
            }
            Optional<StageDoors> doors =
                    session.stage(staged, new RunOptions(settings.reports(), true, true, settings.seed()));
            doors.ifPresentOrElse(up -> tell(up, name, out), () -> {
                err.println(SafeText.shown("blackstart: the stage of %s did not come up".formatted(name)));
                err.println("  HINT: it is left for a look; the journal below the reports says what is wrong, and"
                        + " `blackstart clean` removes it.");
            });
            return doors.isPresent() ? ExitCode.PASSED : ExitCode.INCONCLUSIVE;
        }
    }

    private static int down(Session session, String name, PrintWriter out) {
        int stages = session.takeDown(name, line -> out.println(SafeText.shown(line)));
        if (stages == 0) {
            out.println(SafeText.shown("no stage of %s is up".formatted(name)));
        }
        out.flush();
        return session.stages(line -> {}).containsValue(name) ? ExitCode.INCONCLUSIVE : ExitCode.PASSED;
    }

    /** Gives a drill that destroys nothing, with the probes of all drills of the environment. */
    private static DrillDefinition staged(Definitions definitions, Path directory) {
        List<DrillDefinition> drills = definitions.drills().stream()
                .filter(drill -> same(drill.environment().directory(), directory))
                .toList();
        Map<String, SteadyState> probes = new LinkedHashMap<>();
        drills.forEach(drill -> drill.steadyState().forEach(probe -> probes.putIfAbsent(probe.name(), probe)));
        if (probes.isEmpty()) {
            throw new BadInput(
                    "nothing says by what %s is seen to be in service".formatted(directory),
                    "write a drill of it with steadyState into drills/, beside environments/.");
        }
        return drills.get(0).staged(List.copyOf(probes.values()));
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static void tell(StageDoors up, String name, PrintWriter out) {
        out.println(SafeText.shown("The stage of %s is up: %s".formatted(name, up.run())));
        up.shells().forEach((host, typed) -> out.println(SafeText.shown("  %-16s %s".formatted(host, typed))));
        up.ports().forEach((port, address) -> out.println(SafeText.shown("  %-16s %s".formatted(port, address))));
        out.println(SafeText.shown("It stays up until it is taken down: blackstart stage --down " + name));
        out.flush();
    }
}
