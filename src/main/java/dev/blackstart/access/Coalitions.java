package dev.blackstart.access;

import dev.blackstart.definition.DefinitionCode;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.DrillDefinition.Survivors;
import dev.blackstart.definition.Forecast;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.SecretOrder;
import dev.blackstart.definition.Team;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whom a drill loses where the analysis chooses: the largest losses after which its page can still be followed, and the
 * smallest after which it cannot. Of any other loss one of these shows what comes of it, as more people never open less.
 */
final class Coalitions {
    private final DrillDefinition drill;
    private final Survivors.Analysed asked;
    private final Inventory inventory;
    private final SecretOrder order;
    private final Formulas formulas = new Formulas();
    private final SecretFormulas secrets;
    private final RunbookNeeds needs;
    private final Set<String> there;
    private final Formula page;

    Coalitions(DrillDefinition drill, Survivors.Analysed asked) {
        this.drill = drill;
        this.asked = asked;
        this.inventory = drill.environment().inventory();
        this.order = new SecretOrder(inventory);
        this.secrets = new SecretFormulas(inventory, order, formulas, Limits.USUAL);
        this.needs = RunbookNeeds.of(drill.recovery().runbook(), drill.environment());
        this.there = without(inventory.people().keySet(), drill.effects().people());
        this.page = formulas.with(secrets.all(needs.secrets()), gone(), new BitSet());
    }

    private BitSet gone() {
        BitSet gone = new BitSet();
        List<String> people = secrets.people();
        for (int i = 0; i < people.size(); i++) {
            gone.set(i, !there.contains(people.get(i)));
        }
        return gone;
    }

    /** Says why the drill has no such teams, or too many; empty: it has them. */
    Optional<Finding> fault() {
        String name = needs.runbook().name();
        if (!needs.unclear().isEmpty()) {
            return fault(
                    needs.unclear().get(0),
                    "a secret is opened here whose name the text does not tell, so that nobody can say who can follow "
                            + name,
                    "Write its name into this block, or name the survivors of %s.".formatted(drill.name()));
        }
        if (needs.secrets().isEmpty() || page.isAlways()) {
            return fault(
                    asked.place(),
                    name + " needs no secret that anybody guards: no loss locks anybody out",
                    "Say `survivors: all`, or write down what the page needs.");
        }
        if (page.isNever() || !secrets.unsettled().isEmpty()) {
            return fault(
                    asked.place(),
                    page.isNever()
                            ? "all who are left together cannot follow " + name
                            : "secrets open each other in circles, too many to follow",
                    "`blackstart access` says what is locked, and why.");
        }
        return tooMany();
    }

    private Optional<Finding> tooMany() {
        CutSets locking = locking();
        CutSets opening = opening();
        BigInteger runs = locking.least().add(opening.least());
        boolean all = locking.complete() && opening.complete();
        if (all && runs.compareTo(BigInteger.valueOf(asked.atMost())) <= 0) {
            return Optional.empty();
        }
        return fault(
                asked.place(),
                "these are %s%s coalitions, each a run of its own, and no more than %d are wanted"
                        .formatted(all ? "" : "at least ", runs, asked.atMost()),
                all
                        ? "Say `atMost: %s`, or `{ lose: 1 }` for some of them.".formatted(runs)
                        : "Say `{ lose: 1 }` for some of them.");
    }

    private static Optional<Finding> fault(Place place, String message, String hint) {
        return Optional.of(new Finding(DefinitionCode.BROKEN, place, message, hint));
    }

    /** Lists the teams: first those who must recover, then those who must be locked out. */
    List<Team> teams() {
        Stream<Set<String>> recovering = sets(opening());
        Stream<Set<String>> lockedOut = sets(locking()).map(lost -> without(there, lost));
        return Stream.concat(recovering, lockedOut).map(this::team).toList();
    }

    private static Stream<Set<String>> sets(CutSets sets) {
        return sets.listed().stream().flatMap(choice -> choice.all().stream());
    }

    private Team team(Set<String> survivors) {
        Opened opened = new Opened(order.groups(), survivors, store -> false);
        Set<String> closed = new LinkedHashSet<>(needs.secrets());
        closed.removeIf(opened::has);
        return new Team(
                survivors,
                without(inventory.people().keySet(), survivors),
                Optional.of(new Forecast(closed, needs.first(closed, drill.environment()))));
    }

    private CutSets locking() {
        return cutSets(page);
    }

    /** Those whose loss locks the dual of a formula are those who open the formula. */
    private CutSets opening() {
        return cutSets(formulas.dual(page));
    }

    private CutSets cutSets(Formula formula) {
        Antichains none = secrets.noAntichains();
        Choices choices = new Choices(formulas, secrets.people(), none);
        Losses losses = new Losses(formulas, choices, none, secrets.people().size(), Limits.USUAL);
        return new CutSetSearch(formulas, choices, none, Limits.USUAL)
                .of(formula, losses.of(formula).found());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
