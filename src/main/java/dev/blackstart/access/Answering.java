package dev.blackstart.access;

import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.SecretOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts the numbers of the formulas together into an answer about secrets, runbooks and all of it. */
final class Answering {
    private final Inventory inventory;
    private final SecretOrder order;
    private final Formulas formulas;
    private final SecretFormulas secrets;
    private final List<RunbookNeeds> runbooks;
    private final StorePlaces places;
    private final NumbersOf numbers;

    Answering(
            Inventory inventory,
            SecretOrder order,
            Formulas formulas,
            SecretFormulas secrets,
            List<RunbookNeeds> runbooks,
            StorePlaces places,
            NumbersOf numbers) {
        this.inventory = inventory;
        this.order = order;
        this.formulas = formulas;
        this.secrets = secrets;
        this.runbooks = runbooks;
        this.places = places;
        this.numbers = numbers;
    }

    AccessAnswer answer() {
        Formula system = secrets.all(inventory.secrets().keySet());
        List<Formula> pages =
                runbooks.stream().map(needs -> secrets.all(needs.secrets())).toList();
        List<Formula> all = new ArrayList<>(
                inventory.secrets().keySet().stream().map(secrets::of).toList());
        all.addAll(pages);
        all.add(system);
        numbers.find(all);
        Paths paths = paths(system, pages);
        List<RunbookAccess> followed = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            followed.add(runbook(runbooks.get(i), pages.get(i), paths));
        }
        return new AccessAnswer(
                inventory.file(),
                inventory.people().keySet(),
                numbers(system, inventory.secrets().keySet(), paths),
                pages.isEmpty() ? Optional.empty() : Optional.of(numbers.busFactor(formulas.all(pages))),
                inventory.secrets().values().stream()
                        .map(secret -> secret(secret, paths))
                        .toList(),
                followed,
                new SinglePoints(inventory, order, runbooks).find(suspects(), places));
    }

    private Paths paths(Formula system, List<Formula> pages) {
        Paths paths = new Paths(order);
        inventory.secrets().keySet().forEach(name -> ask(secrets.of(name), Set.of(name), paths));
        for (int i = 0; i < pages.size(); i++) {
            ask(pages.get(i), runbooks.get(i).secrets(), paths);
        }
        ask(system, inventory.secrets().keySet(), paths);
        return paths.find();
    }

    private void ask(Formula formula, Set<String> wanted, Paths paths) {
        numbers.opened(formula)
                .ifPresent(opening -> paths.ask(wanted, opening.people().one()));
    }

    private SecretAccess secret(DocumentedSecret secret, Paths paths) {
        List<String> stores = Stream.concat(
                        Stream.of(secret.store()), secret.copies().stream().map(DocumentedSecret.Copy::store))
                .toList();
        Set<String> alsoOn = new LinkedHashSet<>(secret.heldBy());
        secret.ways().stream().flatMap(way -> way.hosts().stream()).forEach(alsoOn::add);
        return new SecretAccess(
                secret.name(),
                secret.purpose(),
                stores,
                alsoOn,
                numbers(secrets.of(secret.name()), Set.of(secret.name()), paths),
                Optional.empty(),
                Set.of(),
                secret.place());
    }

    private RunbookAccess runbook(RunbookNeeds needs, Formula page, Paths paths) {
        return new RunbookAccess(
                needs.runbook().name(),
                needs.runbook().file(),
                needs.secrets(),
                needs.unclear(),
                numbers(page, needs.secrets(), paths));
    }

    private Numbers numbers(Formula formula, Set<String> wanted, Paths paths) {
        Optional<OpeningSize> size = numbers.opened(formula)
                .map(opening -> new OpeningSize(
                        opening.size(), opening.people(), opening.people().one(), paths.of(wanted)));
        return new Numbers(size, numbers.lost(formula), numbers.cutSets(formula));
    }

    /** Whoever occurs in a formula that one person's loss may close. */
    private Set<String> suspects() {
        Set<String> suspects = new LinkedHashSet<>();
        for (String name : inventory.secrets().keySet()) {
            Formula formula = secrets.of(name);
            if (!formula.isNever() && numbers.lost(formula).size().least() == 1) {
                formula.people().stream()
                        .forEach(person -> suspects.add(secrets.people().get(person)));
            }
        }
        return suspects;
    }
}
