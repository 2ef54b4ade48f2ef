package dev.blackstart.cli;

import dev.blackstart.access.Access;
import dev.blackstart.access.AccessAnswer;
import dev.blackstart.access.Remaining;
import dev.blackstart.answer.Answer;
import dev.blackstart.answer.Finding;
import dev.blackstart.answer.Findings;
import dev.blackstart.answer.Format;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Similar;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "access",
        mixinStandardHelpOptions = true,
        description = "Says who can open what: how few people together open each secret, how few must be lost until it"
                + " cannot be opened, and which runbooks they take with them. Needs no engine.",
        footer = {
            "",
            "An environment is its name below environments/, its directory, or its secrets.yaml; no other file is"
                    + " needed."
        })
final class AccessVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json, md, dot, svg, or sarif (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(
            names = "--without",
            paramLabel = "PERSON",
            split = ",",
            description =
                    "Say what is still open, and which runbooks and drills remain possible, without these people.")
    private List<String> without = List.of();

    @Option(
            names = "--at-least",
            paramLabel = "N",
            description = "Exit with 1 where fewer than N losses lock a secret or stop a runbook.")
    private @Nullable Integer atLeast;

    @Parameters(paramLabel = "ENVIRONMENT", arity = "0..1", description = "Default: the only one below environments/.")
    private @Nullable String environment;

    @Override
    public Integer call() {
        int wanted = atLeast == null ? 0 : atLeast;
        if (atLeast != null && wanted < 1) {
            throw new BadInput(
                    "--at-least %d asks for nothing".formatted(wanted), "ask for 1 or more; 2 is a good start.");
        }
        Path directory = EnvironmentChoice.of(Optional.ofNullable(environment));
        Definitions documents = DefinitionReader.readDocuments(directory);
        Problems.print(documents, spec.commandLine().getErr());
        if (documents.broken() || documents.environments().isEmpty()) {
            return ExitCode.BAD_INPUT;
        }
        EnvironmentDefinition read = documents.environments().get(0);
        checkPeople(read.inventory().people().keySet());
        Access access = Access.of(read, without.isEmpty() ? List.of() : drills(read));
        AccessAnswer numbers = access.answer();
        List<Finding> findings = Findings.of(numbers, wanted);
        Optional<Remaining> remaining =
                without.isEmpty() ? Optional.empty() : Optional.of(access.without(new LinkedHashSet<>(without)));
        Answer answer = new Answer(read.name(), read.inventory(), numbers, remaining, findings);
        spec.commandLine()
                .getOut()
                .print(format.render(answer, Screen.terminal().ansi()));
        spec.commandLine().getOut().flush();
        return wanted > 0 ? verdict(findings) : ExitCode.PASSED;
    }

    /** What could not be told is never green. */
    private static int verdict(List<Finding> findings) {
        return findings.stream().anyMatch(found -> found.severity() == Finding.Severity.ERROR)
                ? ExitCode.FAILED
                : findings.stream().anyMatch(found -> found.code().endsWith("-untold"))
                        ? ExitCode.INCONCLUSIVE
                        : ExitCode.PASSED;
    }

    private void checkPeople(Set<String> people) {
        for (String person : without) {
            if (!people.contains(person)) {
                throw new BadInput(
                        "unknown person \"%s\"%s".formatted(person, Similar.suggestion(person, people)),
                        "secrets.yaml names: " + String.join(", ", people) + ".");
            }
        }
    }

    /** Drills lie beside the environments; one that is broken is told of by validate. */
    private static List<DrillDefinition> drills(EnvironmentDefinition read) {
        return EnvironmentChoice.drillsBeside(read.directory())
                .map(directory -> DefinitionReader.read(List.of(directory)).drills().stream()
                        .filter(drill -> drill.environment().directory().equals(read.directory()))
                        .toList())
                .orElse(List.of());
    }
}
