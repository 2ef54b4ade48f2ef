package dev.blackstart.definition;

import dev.blackstart.definition.Names.Kind;
import dev.blackstart.finding.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads an environment's directory: {@code compose.yaml}, {@code secrets.yaml} and the runbooks. */
final class EnvironmentReader {
    static final String COMPOSE = "compose.yaml";
    static final String SECRETS = "secrets.yaml";

    /** What every engine takes as part of an image's name. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[._-][a-z0-9]+)*");

    private final ShownPaths shownPaths;
    private final Schemas schemas;
    private final Problems problems;

    EnvironmentReader(ShownPaths shownPaths, Schemas schemas, Problems problems) {
        this.shownPaths = shownPaths;
        this.schemas = schemas;
        this.problems = problems;
    }

    /** What was read of an environment, whole or not; drills are checked against the names in either case. */
    record Reading(EnvironmentDefinition environment, Names names) {}

    /** Reads all that a drill needs; what is not there is a fault. */
    Reading read(Path directory) {
        checkName(directory);
        Reading reading = read(directory, yaml(directory.resolve(COMPOSE), Schemas.Kind.COMPOSE));
        Path commission = directory.resolve("runbooks").resolve(EnvironmentDefinition.COMMISSION);
        if (!Files.exists(commission)) {
            problems.error(
                    Place.start(shownPaths.shown(commission)),
                    "no such file",
                    "An environment is set up from nothing by this runbook; write it, `make people` and"
                            + " `make secrets` first.");
        }
        return reading;
    }

    /** Images and bases are named after the environment, and so after its directory. */
    private void checkName(Path directory) {
        String name = directory.getFileName().toString();
        if (!NAME.matcher(name).matches()) {
            problems.error(
                    new Place(shownPaths.shown(directory.resolve(COMPOSE)), 1, 1),
                    "no image can be called after the directory \"" + name + "\"",
                    "Call it by small letters and digits, with single dots, hyphens or underscores between them.");
        }
    }

    /** Reads what people wrote down, of an environment that need not be drilled: an inventory is enough. */
    Reading readDocuments(Path directory) {
        Path compose = directory.resolve(COMPOSE);
        return read(directory, Files.exists(compose) ? yaml(compose, Schemas.Kind.COMPOSE) : Optional.empty());
    }

    private Reading read(Path directory, Optional<Yaml> compose) {
        Optional<Yaml> secrets = yaml(directory.resolve(SECRETS), Schemas.Kind.SECRETS);
        Names names = new Names(compose, secrets, problems);
        Inventory inventory = secrets.map(root -> new InventoryReader(root, names, problems).read())
                .orElseGet(() ->
                        new Inventory(shownPaths.shown(directory.resolve(SECRETS)), Map.of(), Map.of(), Map.of()));
        Map<String, Runbook> runbooks = runbooks(directory, names);
        String name = directory.getFileName().toString();
        Optional<ComposeReader> reader = compose.map(root -> new ComposeReader(root, directory, names, problems));
        reader.ifPresent(ComposeReader::check);
        EnvironmentDefinition environment = new EnvironmentDefinition(
                name,
                directory,
                reader.map(ComposeReader::sites).orElse(Map.of()),
                reader.map(ComposeReader::services).orElse(Map.of()),
                names.all(Kind.NETWORK),
                names.all(Kind.VOLUME),
                reader.map(ComposeReader::backups).orElse(List.of()),
                inventory,
                runbooks);
        new ReferenceChecks(environment, problems).check();
        return new Reading(environment, names);
    }

    private Optional<Yaml> yaml(Path path, Schemas.Kind kind) {
        schemas.prepare(kind);
        return SourceText.read(path, shownPaths, problems)
                .flatMap(source -> YamlFile.parse(source, problems))
                .map(root -> schemas.check(kind, root, problems));
    }

    private Map<String, Runbook> runbooks(Path directory, Names names) {
        Map<String, Runbook> runbooks = new LinkedHashMap<>();
        RunbookReader reader = new RunbookReader(names, problems);
        for (Path page : pages(directory.resolve("runbooks"))) {
            SourceText.read(page, shownPaths, problems)
                    .ifPresent(source -> runbooks.put(page.getFileName().toString(), reader.read(source)));
        }
        return runbooks;
    }

    private List<Path> pages(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.error(
                    Place.start(shownPaths.shown(directory)),
                    "the directory cannot be read",
                    "Check its permissions: " + e.getMessage() + ".");
            return List.of();
        }
    }
}
