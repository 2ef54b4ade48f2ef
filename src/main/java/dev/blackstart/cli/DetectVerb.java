package dev.blackstart.cli;

import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.EveryDamage;
import dev.blackstart.drill.RunOptions;
import dev.blackstart.environment.Engine;
import dev.blackstart.journal.Journal;
import dev.blackstart.report.DetectionPage;
import dev.blackstart.report.DetectionTable;
import dev.blackstart.run.Leases;
import dev.blackstart.session.Session;
import dev.blackstart.terminal.SafeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description =
                "Does every damage to what a drill's environment holds, one at a time, each to a replica of its own,"
                        + " and writes which of the drill's detectors sees which, and after how long. Nobody recovers.",
        footer = {
            "",
            "The run's directory gets detections.md, detections.json and journal.jsonl. A damage that none of the drill's"
                    + " detectors and probes saw is a failure (1); one that could not be done tells nothing (2)."
        })
final class DetectVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final RunSettings settings = new RunSettings();

    @Option(
            names = "--only",
            paramLabel = "DAMAGE",
            split = ",",
            description = "Only these, by their words or the starts of their names, such as flipped-page,zeroed-page.")
    private List<String> only = List.of();

    @Option(names = "--table", paramLabel = "NAME", description = "The table that is damaged, such as history.")
    private @Nullable String table;

    @Option(
            names = "--with",
            paramLabel = "KEY=VALUE",
            description =
                    "What else a damage asks for, by its key under corrupt, such as how=zeroed or \"sql=delete from"
                            + " history\". Where no index is named, it is TABLE_pkey.")
    private Map<String, String> with = Map.of();

    @Parameters(
            paramLabel = "DRILL",
            arity = "0..1",
            defaultValue = "drills",
            description = "The drill whose detectors are asked: its file, or a directory that holds no other.")
    private Path drill;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        Definitions definitions = DefinitionReader.read(List.of(drill));
        ProblemPrinter.print(definitions, err);
        if (definitions.broken()) {
            return ExitCode.BAD_INPUT;
        }
        if (definitions.drills().size() != 1) {
            throw new BadInput(
                    "%s holds %d drills, and not one"
                            .formatted(drill, definitions.drills().size()),
                    "name the *.drill.yaml whose detectors are to be asked");
        }
        Map<String, DrillDefinition> damages = damages(definitions.drills().get(0), err);
        settings.mustBeWritable();
        Ticker ticker = Ticker.system();
        try (Engine engine = Containers.connect(ticker)) {
            Session session = new Session(engine, ticker, Leases.ofThisUser(), new RunScreen(out, err, ticker));
            session.sweepKilled(line -> err.println(SafeText.shown(line)));
            Path directory = session.detect(
                    definitions.drills().get(0),
                    damages,
                    new RunOptions(settings.reports(), true, false, settings.seed()));
            DetectionTable seen = DetectionTable.of(Journal.read(directory));
            DetectionPage page = new DetectionPage(seen);
            page.write(directory);
            page.lines().forEach(line -> out.println(SafeText.shown(line)));
            out.println("table  " + directory.resolve(DetectionPage.MARKDOWN));
            return ExitCode.of(seen.verdict());
        }
    }

    private Map<String, DrillDefinition> damages(DrillDefinition of, PrintWriter err) {
        Map<String, String> given = new LinkedHashMap<>(with);
        if (table != null) {
            given.put("table", table);
            given.putIfAbsent("index", table + "_pkey");
        }
        EveryDamage all = EveryDamage.of(of, given);
        Map<String, DrillDefinition> chosen = new LinkedHashMap<>(all.damages());
        chosen.keySet().removeIf(name -> !only.isEmpty() && only.stream().noneMatch(name::startsWith));
        if (chosen.isEmpty()) {
            throw new BadInput(
                    "none of these damages can be done: " + only,
                    "choose from: " + String.join(", ", all.damages().keySet()));
        }
        if (!all.leftOut().isEmpty() && only.isEmpty()) {
            err.println("left out, as they ask for more: " + String.join(", ", all.leftOut()));
            err.println("  HINT: name a table with --table, and whatever else they ask for with --with KEY=VALUE");
        }
        return chosen;
    }
}
