package dev.blackstart.commission;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DocumentedSecret.Generator;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Step;
import dev.blackstart.definition.Store;
import dev.blackstart.machine.Outcome;
import dev.blackstart.recovery.RecoveryException;
import dev.blackstart.recovery.Responder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes people and secrets on the commissioning workstation, with gpg and ssh-keygen; hosts come from the provider. */
final class Makers implements Step.Verb.Doer {
    private static final Duration MADE_WITHIN = Duration.ofMinutes(2);

    private final Step.Verb.Doer provider;
    private final Responder workstation;
    private final Inventory inventory;
    private final Runnable made;

    /** @param made is told once the secrets are there */
    Makers(Step.Verb.Doer provider, Responder workstation, Inventory inventory, Runnable made) {
        this.provider = provider;
        this.made = made;
        this.workstation = workstation;
        this.inventory = inventory;
    }

    @Override
    public void provision(List<String> hosts) {
        provider.provision(hosts);
    }

    @Override
    public void makePeople() {
        run("make-people.sh", "", new ArrayList<>(inventory.people().keySet()));
    }

    @Override
    public void makeSecrets() {
        String lines = inventory.secrets().values().stream()
                .flatMap(secret -> line(secret).stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        run("make-secrets.sh", lines, List.of());
        made.run();
    }

    private void run(String script, String input, List<String> arguments) {
        Outcome outcome = workstation.script(Makers.class, script, input, MADE_WITHIN, arguments);
        if (!outcome.succeeded()) {
            throw new RecoveryException(script + ": " + outcome.err().strip());
        }
    }

    /** {@code name|directory|kind|prefix|bytes|people}; a secret that the runbook puts in itself has the kind none. */
    private Optional<String> line(DocumentedSecret secret) {
        Store store = inventory.stores().get(secret.store());
        if (store == null || store.path().isEmpty()) {
            return Optional.empty();
        }
        String kind = secret.generate()
                .map(generator -> generator.kind().name().toLowerCase(Locale.ROOT))
                .orElse("none");
        return Optional.of(String.join(
                "|",
                secret.name(),
                store.path().get(),
                kind,
                secret.generate().map(Generator::prefix).orElse(""),
                secret.generate().map(Generator::bytes).orElse(0).toString(),
                String.join(" ", people(secret.openedBy()).collect(Collectors.toCollection(TreeSet::new)))));
    }

    private static Stream<String> people(AccessFormula formula) {
        if (formula instanceof AccessFormula.ByPerson by) {
            return Stream.of(by.person());
        }
        return formula instanceof AccessFormula.Quorum quorum
                ? quorum.of().stream().flatMap(Makers::people)
                : Stream.of();
    }
}
