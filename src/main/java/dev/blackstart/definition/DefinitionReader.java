package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads drills and environments from files. Nothing is executed, and no engine is asked. */
public final class DefinitionReader {
    private final ShownPaths shownPaths;
    private final Schemas schemas = new Schemas();
    private final Problems problems = new Problems();
    private final Environments environments;
    private final List<DrillDefinition> drills = new ArrayList<>();
    private final boolean toBeRun;

    private DefinitionReader(ShownPaths shownPaths, boolean toBeRun) {
        this.shownPaths = shownPaths;
        this.toBeRun = toBeRun;
        this.environments = new Environments(new EnvironmentReader(shownPaths, schemas, problems), problems);
    }

    /**
     * Reads drill files, directories of environments, and directories that are searched for both: for
     * {@code *.drill.yaml} and {@code environments/NAME/compose.yaml}. All problems of all files are collected; a path
     * that does not exist is one of them. Files are named relative to the working directory where they lie below it.
     */
    public static Definitions read(List<Path> paths) {
        return read(paths, ShownPaths.workingDirectory());
    }

    /**
     * Reads one environment that need not be drilled: {@code secrets.yaml} is enough, {@code compose.yaml} and runbooks
     * are read where they are there.
     *
     * @param path the directory, or its {@code secrets.yaml}
     */
    public static Definitions readDocuments(Path path) {
        return new DefinitionReader(ShownPaths.workingDirectory(), false).readEnvironment(path);
    }

    /** Reads drills to answer questions about them only: what they describe need not be of a kind that can be drilled. */
    public static Definitions readToAsk(List<Path> paths) {
        return new DefinitionReader(ShownPaths.workingDirectory(), false).readAll(paths);
    }

    static Definitions read(List<Path> paths, ShownPaths shownPaths) {
        return new DefinitionReader(shownPaths, true).readAll(paths);
    }

    private Definitions readAll(List<Path> paths) {
        DefinitionFiles files = DefinitionFiles.find(paths, shownPaths, problems);
        files.environments().forEach(environments::read);
        files.drills().forEach(this::readDrill);
        if (files.wholeSearched() && drills.size() == files.drills().size()) {
            environments.all().forEach(reading -> warnOfUnused(reading.environment()));
        }
        return new Definitions(
                drills.stream().filter(this::isWhole).toList(),
                environments.all().stream()
                        .map(EnvironmentReader.Reading::environment)
                        .filter(this::isWhole)
                        .toList(),
                problems.inOrder());
    }

    private Definitions readEnvironment(Path typed) {
        Path path = shownPaths.absolute(typed);
        Path directory = path.endsWith(EnvironmentReader.SECRETS) ? path.getParent() : path;
        if (directory == null || !Files.isDirectory(directory)) {
            problems.error(
                    Place.start(shownPaths.shown(path)),
                    "no such directory",
                    "Name one that holds a %s.".formatted(EnvironmentReader.SECRETS));
            return new Definitions(List.of(), List.of(), problems.inOrder());
        }
        EnvironmentDefinition read = new EnvironmentReader(shownPaths, schemas, problems)
                .readDocuments(directory)
                .environment();
        return new Definitions(
                List.of(), Optional.of(read).filter(this::isWhole).stream().toList(), problems.inOrder());
    }

    private void readDrill(Path path) {
        Optional<SourceText> source = SourceText.read(path, shownPaths, problems);
        Optional<Yaml> root = source.flatMap(text -> YamlFile.parse(text, problems))
                .map(yaml -> schemas.check(Schemas.Kind.DRILL, yaml, problems));
        Optional<EnvironmentReader.Reading> environment =
                root.flatMap(yaml -> yaml.get("environment")).flatMap(mention -> environments.find(mention, path));
        if (source.isPresent() && root.isPresent() && environment.isPresent()) {
            new DrillReader(environment.get(), problems)
                    .read(source.get(), root.get())
                    .ifPresent(drill -> {
                        if (toBeRun && isWhole(drill.environment())) {
                            new Drillable(drill.environment().inventory(), problems).check();
                        }
                        add(drill);
                    });
        }
    }

    private void add(DrillDefinition drill) {
        drills.stream()
                .filter(other -> other.name().equals(drill.name()))
                .findFirst()
                .ifPresent(other -> problems.warning(
                        Place.start(drill.file()),
                        "%s is called %s, too".formatted(other.file(), drill.name()),
                        "Rename one of them: reports go by the name."));
        drills.add(drill);
    }

    private void warnOfUnused(EnvironmentDefinition environment) {
        Set<Path> used = new HashSet<>();
        drills.forEach(drill -> used.add(drill.recovery().runbook().file()));
        List<Runbook> unused = environment.runbooks().values().stream()
                .filter(page -> !used.contains(page.file()))
                .filter(page -> !page.name().equals(EnvironmentDefinition.COMMISSION))
                .toList();
        if (!unused.isEmpty()) {
            problems.warning(
                    Place.start(unused.get(0).file()),
                    unused.size() == 1
                            ? "no drill uses this runbook"
                            : "no drill uses %d runbooks: %s"
                                    .formatted(
                                            unused.size(),
                                            unused.stream().map(Runbook::name).collect(Collectors.joining(", "))),
                    "Write a drill that does: a page that nobody followed is a guess.");
        }
    }

    private boolean isWhole(DrillDefinition drill) {
        return !problems.brokenIn(drill.file()) && isWhole(drill.environment());
    }

    private boolean isWhole(EnvironmentDefinition environment) {
        return !problems.brokenBelow(shownPaths.shown(environment.directory()));
    }
}
