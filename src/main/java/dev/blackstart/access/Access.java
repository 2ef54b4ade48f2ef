package dev.blackstart.access;

import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.SecretOrder;
import java.util.List;
import java.util.Set;

/** Answers who can open what, from what is documented. */
public final class Access {
    private final Inventory inventory;
    private final SecretOrder order;
    private final Formulas formulas = new Formulas();
    private final SecretFormulas secrets;
    private final List<RunbookNeeds> runbooks;
    private final List<DrillDefinition> drills;
    private final StorePlaces places;
    private final NumbersOf numbers;

    private Access(
            Inventory inventory,
            List<RunbookNeeds> runbooks,
            List<DrillDefinition> drills,
            StorePlaces places,
            Limits limits) {
        this.inventory = inventory;
        this.order = new SecretOrder(inventory);
        this.secrets = new SecretFormulas(inventory, order, formulas);
        this.runbooks = runbooks;
        this.drills = List.copyOf(drills);
        this.places = places;
        this.numbers = new NumbersOf(formulas, secrets.people(), limits);
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
                Limits.USUAL);
    }

    /** Asks about secrets alone. */
    public static Access of(Inventory inventory) {
        return of(inventory, Limits.USUAL);
    }

    static Access of(Inventory inventory, Limits limits) {
        return new Access(inventory, List.of(), List.of(), StorePlaces.of(inventory), limits);
    }

    /** Gives every number. */
    public AccessAnswer answer() {
        return new Answering(inventory, order, formulas, secrets, runbooks, places, numbers).answer();
    }

    /** Tells what is left without these people; a name that the inventory does not know changes nothing. */
    public Remaining without(Set<String> people) {
        return new Leftover(inventory, order, formulas, secrets, runbooks, drills).without(people);
    }

    /** Gives the bus factor of one secret, and nothing else. */
    public BusFactor busFactor(String secret) {
        return numbers.busFactor(secrets.of(secret));
    }
}
