package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Expectation;
import dev.blackstart.definition.DrillDefinition.Objectives;
import dev.blackstart.definition.DrillDefinition.Reboot;
import dev.blackstart.definition.DrillDefinition.Recovery;
import dev.blackstart.definition.DrillDefinition.StartedBackup;
import dev.blackstart.definition.DrillDefinition.Tolerance;
import dev.blackstart.definition.DrillDefinition.Waiver;
import dev.blackstart.definition.Names.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes a {@code *.drill.yaml} against the environment that it names. */
final class DrillReader {
    static final String SUFFIX = ".drill.yaml";

    private static final Duration UP_AFTER_A_REBOOT = Duration.ofMinutes(1);

    private final EnvironmentDefinition environment;
    private final Names names;
    private final Problems problems;

    DrillReader(EnvironmentReader.Reading reading, Problems problems) {
        this.environment = reading.environment();
        this.names = reading.names();
        this.problems = problems;
    }

    /** Gives the drill if nothing that its record needs is missing; what is missing has been reported. */
    Optional<DrillDefinition> read(SourceText source, Yaml root) {
        CheckReader checks = new CheckReader(environment, names, problems);
        RequestReader requests = new RequestReader(names, problems);
        Optional<Objectives> objectives = root.get("objectives").flatMap(DrillReader::objectives);
        Optional<Recovery> recovery =
                root.get("recovery").flatMap(new RecoveryReader(environment, names, problems)::read);
        DrillParts parts = new DrillParts(
                checks.steadyState(root),
                root.get("workload").flatMap(requests::workload),
                new DisasterReader(environment, names, problems).read(root),
                new DetectionReader(names, problems, checks).read(root),
                checks.verification(root),
                reboot(root),
                root.text("expect")
                        .flatMap(text -> Words.of(Expectation.class, text))
                        .orElse(Expectation.RECOVERED),
                tolerances(root));
        checkAllUnderstood(source, root, parts);
        if (objectives.isEmpty() || recovery.isEmpty()) {
            return Optional.empty();
        }
        String file = source.file().getFileName().toString();
        DrillDefinition drill = new DrillDefinition(
                file.substring(0, file.length() - SUFFIX.length()),
                root.text("title").orElse(""),
                source.file(),
                source.digest(),
                environment,
                objectives.get(),
                parts.steadyState(),
                parts.workload(),
                backup(root),
                parts.disasters(),
                parts.detections(),
                recovery.get(),
                parts.verification(),
                parts.reboot(),
                parts.expectation(),
                parts.tolerated(),
                waiver(root.get("controls"), "none"),
                root.get("title").map(Yaml::named).orElse(root.place()));
        if (!problems.brokenIn(source.file())) {
            new DrillChecks(drill, names, problems).check();
        }
        return Optional.of(drill);
    }

    private static Reboot reboot(Yaml root) {
        Optional<Yaml> reboot = root.get("reboot");
        return new Reboot(
                reboot.flatMap(asked -> asked.text("within"))
                        .flatMap(DurationReader::parse)
                        .orElse(UP_AFTER_A_REBOOT),
                waiver(reboot, "skip"));
    }

    private static Optional<Waiver> waiver(Optional<Yaml> mapping, String key) {
        return mapping.flatMap(asked -> asked.get(key))
                .flatMap(reason -> reason.text().map(because -> new Waiver(because, reason.named())));
    }

    private Optional<StartedBackup> backup(Yaml root) {
        Optional<Yaml> backup = root.get("baseline", "backup");
        Optional<String> host = backup.flatMap(asked -> asked.get("service")).flatMap(names::resolveHost);
        Optional<String> run = backup.flatMap(asked -> asked.text("run"));
        if (host.isEmpty() || run.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> every = environment.backups().stream()
                .flatMap(kept -> kept.promised().every().stream())
                .max(Duration::compareTo);
        if (every.isEmpty()) {
            problems.error(
                    backup.get().named(),
                    "nobody says how far the backups lie apart that this one stands for",
                    "Say it under `backups` in compose.yaml, such as `every: 24h`: the recovery point needs it.");
        }
        return every.map(apart ->
                new StartedBackup(host.get(), run.get(), apart, backup.get().named()));
    }

    /** A probe or a check that got lost on the way would make the drill weaker than its file says. */
    private void checkAllUnderstood(SourceText source, Yaml root, DrillParts parts) {
        boolean all = parts.steadyState().size() == root.items("steadyState").size()
                && parts.workload().isPresent() == root.get("workload").isPresent()
                && parts.disasters().size() == root.items("disaster").size()
                && parts.detections().size() == root.items("detection").size()
                && parts.verification().size() == root.items("verification").size();
        if (!all
                && !problems.brokenIn(source.file())
                && !problems.brokenBelow(environment.inventory().file().resolveSibling(""))) {
            problems.error(
                    root.place(),
                    "part of this drill was not understood",
                    "This is a fault of Blackstart, not of yours; report it with the file.");
        }
    }

    /** The parts of a drill that may be empty. */
    private record DrillParts(
            List<DrillDefinition.SteadyState> steadyState,
            Optional<DrillDefinition.Workload> workload,
            List<Disaster> disasters,
            List<DrillDefinition.Detection> detections,
            List<Check> verification,
            Reboot reboot,
            Expectation expectation,
            List<Tolerance> tolerated) {}

    private static Optional<Objectives> objectives(Yaml objectives) {
        Optional<Duration> time = objectives.text("recoveryTime").flatMap(DurationReader::parse);
        Optional<Duration> point = objectives.text("recoveryPoint").flatMap(DurationReader::parse);
        Optional<Duration> page = objectives.text("pageDone").flatMap(DurationReader::parse);
        return time.flatMap(t -> point.map(p -> new Objectives(t, p, page, objectives.named())));
    }

    private List<Tolerance> tolerances(Yaml root) {
        List<Tolerance> tolerated = new ArrayList<>();
        for (Yaml item : root.get("controls", "tolerate").map(Yaml::items).orElse(List.of())) {
            item.get("secret")
                    .flatMap(mention -> names.resolve(Kind.SECRET, mention))
                    .ifPresent(secret -> tolerated.add(
                            new Tolerance(secret, item.text("because").orElse(""), item.place())));
        }
        return tolerated;
    }
}
