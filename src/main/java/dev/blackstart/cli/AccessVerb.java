package dev.blackstart.cli;

import dev.blackstart.answer.Answer;
import dev.blackstart.answer.Format;
import dev.blackstart.artefact.Artefacts;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.EnvironmentDefinition;
import java.nio.file.Path;
import java.util.List;
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
        name = "access",
        mixinStandardHelpOptions = true,
        description = "Says who can open what: how few people together open each secret, how few must be lost until it"
                + " cannot be opened, and which runbooks they take with them. Needs no engine.",
        footer = {
            "",
            "An environment is its name below environments/, its directory, or its secrets.yaml; no other file is"
                    + " needed. With --store, --sops, --age or --authorized-keys the files themselves are asked, and"
                    + " compared with the environment if one is named; nothing is decrypted. Exits with 1 where that"
                    + " finds an error, with 2 where it could not tell."
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
            description = "Say what is still open, and which runbooks and drills remain possible, without these people:"
                    + " their names, or of keys the addresses, fingerprints or ids. May be repeated.")
    private List<String> without = List.of();

    @Option(
            names = "--person",
            paramLabel = "PERSON",
            description = "Say what this one person opens, alone or with others, and how that differs from what lists,"
                    + " rules and the inventory say.")
    private @Nullable String person;

    @Option(
            names = "--at-least",
            paramLabel = "N",
            description = "Exit with 1 where fewer than N losses lock a secret or stop a runbook.")
    private @Nullable Integer atLeast;

    @Option(
            names = "--prove",
            paramLabel = "DIR",
            description =
                    "Say who has proved that their keys are in their hands, by the answers in this directory; put a"
                            + " challenge there for each key that has to be proved.")
    private @Nullable Path prove;

    @Mixin
    private ArtefactOptions artefacts = new ArtefactOptions();

    @Parameters(
            paramLabel = "ENVIRONMENT",
            arity = "0..1",
            description = "Default: the only one below environments/; with artefacts: none.")
    private @Nullable String environment;

    @Override
    public Integer call() {
        if (atLeast != null && atLeast < 1) {
            throw new BadInput("--at-least %d asks for nothing".formatted(atLeast), "ask for 1 or more; 2 is a start.");
        }
        if (person != null && !without.isEmpty()) {
            throw new BadInput("--person and --without are two questions", "ask one at a time.");
        }
        Optional<EnvironmentDefinition> documents = Optional.empty();
        if (environment != null || !artefacts.given() || prove != null) {
            Definitions read = DefinitionReader.readDocuments(EnvironmentChoice.of(Optional.ofNullable(environment)));
            ProblemPrinter.print(read, spec.commandLine().getErr());
            if (read.broken() || read.environments().isEmpty()) {
                return ExitCode.BAD_INPUT;
            }
            documents = Optional.of(read.environments().get(0));
        }
        AccessQuestion question =
                new AccessQuestion(without, Optional.ofNullable(person), atLeast == null ? 0 : atLeast);
        Artefacts found = artefacts.read();
        Answer answer = artefacts.given()
                ? question.ofArtefacts(found, artefacts, documents.map(EnvironmentDefinition::inventory))
                : question.ofDocuments(documents.orElseThrow());
        if (prove != null) {
            EnvironmentDefinition documented = documents.orElseThrow();
            ProofQuestion proofs = new ProofQuestion(
                    prove,
                    documented.name(),
                    documented.inventory(),
                    artefacts.keyring(found),
                    found.openPgpRecipients());
            answer = answer.with(proofs.ask(Ticker.system().wall()));
        }
        spec.commandLine()
                .getOut()
                .print(format.render(answer, RunScreen.terminal().ansi()));
        spec.commandLine().getOut().flush();
        return artefacts.given() || atLeast != null || prove != null ? code(answer.outcome()) : ExitCode.PASSED;
    }

    private static int code(Answer.Outcome outcome) {
        return switch (outcome) {
            case GOOD -> ExitCode.PASSED;
            case BAD -> ExitCode.FAILED;
            case UNTOLD -> ExitCode.INCONCLUSIVE;
        };
    }
}
