package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByUntold;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Inventory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Answers who can open what. Where it cannot be told who is behind something, the inventory is read twice: as if nobody
 * were, and as if that were open to all; what is true lies between the two answers, as more keys never lock anybody out.
 */
public final class Access {
    private final Inventory inventory;
    private final Reading known;
    private final Optional<Reading> possible;
    private final Optional<Access> named;

    private Access(
            Inventory inventory,
            List<RunbookNeeds> runbooks,
            List<DrillDefinition> drills,
            StorePlaces places,
            Optional<Access> named,
            Limits limits) {
        this.named = named;
        this.known =
                new Reading(isTold(inventory) ? inventory : reading(inventory, 1), runbooks, drills, places, limits);
        this.inventory = untold(inventory, known.unsettled());
        this.possible = isTold(this.inventory)
                ? Optional.empty()
                : Optional.of(new Reading(reading(this.inventory, 0), runbooks, drills, places, limits));
    }

    private static boolean isTold(Inventory inventory) {
        return inventory.secrets().values().stream().allMatch(Untold::none);
    }

    /** @param unsettled secrets that may be open to more than it is known */
    private static Inventory untold(Inventory inventory, Set<String> unsettled) {
        Map<String, DocumentedSecret> secrets = new LinkedHashMap<>(inventory.secrets());
        secrets.replaceAll((name, secret) -> unsettled.contains(name) ? untold(secret) : secret);
        return new Inventory(inventory.file(), inventory.people(), inventory.stores(), secrets);
    }

    private static DocumentedSecret untold(DocumentedSecret secret) {
        AccessFormula circles =
                new ByUntold("secrets that open each other in circles, too many to follow", secret.place());
        return secret.opened(way -> new Quorum(1, List.of(way, circles), secret.place()));
    }

    /**
     * Asks about an environment: its secrets, and its runbooks but the one that commissions it, whose secrets are made
     * anew.
     *
     * @param drills those of the environment, for {@link #without}
     */
    public static Access of(EnvironmentDefinition environment, List<DrillDefinition> drills) {
        return new Access(
                environment.inventory(),
                RunbookNeeds.all(environment),
                drills,
                StorePlaces.of(environment),
                Optional.empty(),
                Limits.USUAL);
    }

    /** Asks about secrets alone. */
    public static Access of(Inventory inventory) {
        return of(inventory, Limits.USUAL);
    }

    /**
     * Asks about secrets alone, and how many could be lost if nobody opened what they should not.
     *
     * @param named the same secrets, opened by those only who should
     */
    public static Access of(Inventory inventory, Inventory named) {
        return named.equals(inventory)
                ? of(inventory)
                : new Access(
                        inventory,
                        List.of(),
                        List.of(),
                        StorePlaces.of(inventory),
                        Optional.of(of(named)),
                        Limits.USUAL);
    }

    static Access of(Inventory inventory, Limits limits) {
        return new Access(inventory, List.of(), List.of(), StorePlaces.of(inventory), Optional.empty(), limits);
    }

    /** @param needed of nobody: 1 is never there, 0 always */
    private static Inventory reading(Inventory inventory, int needed) {
        Map<String, DocumentedSecret> secrets = new LinkedHashMap<>();
        inventory
                .secrets()
                .forEach((name, secret) ->
                        secrets.put(name, secret.opened(by -> by.told(untold -> nobody(untold, needed)))));
        return new Inventory(inventory.file(), inventory.people(), inventory.stores(), secrets);
    }

    private static Quorum nobody(ByUntold untold, int needed) {
        return new Quorum(needed, List.of(), untold.place());
    }

    /** Gives every number. */
    public AccessAnswer answer() {
        AccessAnswer answer = possible.map(
                        other -> new Between(new Untold(inventory)).of(known.answer(), other.answer()))
                .orElseGet(known::answer);
        return named.map(should -> answer.of(secret -> named(secret, should))).orElse(answer);
    }

    private SecretAccess named(SecretAccess secret, Access should) {
        DocumentedSecret real = inventory.secrets().get(secret.name());
        return Objects.equals(real, should.inventory.secrets().get(secret.name()))
                ? secret
                : secret.named(should.busFactor(secret.name()));
    }

    /** Tells what is left without these people; a name that the inventory does not know changes nothing. */
    public Remaining without(Set<String> people) {
        Remaining least = known.without(people);
        return possible.map(other -> Between.of(least, other.without(people))).orElse(least);
    }

    /** Tells what one person of the inventory opens, as far as it can be told who is behind what. */
    public OfPerson of(String person) {
        return known.of(person);
    }

    /** Gives the bus factor of one secret, and nothing else. */
    public BusFactor busFactor(String secret) {
        BusFactor least = known.busFactor(secret);
        return possible.map(other -> Between.of(least, other.busFactor(secret))).orElse(least);
    }
}
