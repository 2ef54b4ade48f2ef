package dev.blackstart.access;

import dev.blackstart.access.Remaining.Still;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.DrillDefinition.Expectation;
import dev.blackstart.definition.DrillDefinition.Survivors;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.SecretOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells what those who are left can still open, follow and drill. */
final class Leftover {
    private final Inventory inventory;
    private final SecretOrder order;
    private final Formulas formulas;
    private final SecretFormulas secrets;
    private final List<RunbookNeeds> runbooks;
    private final List<DrillDefinition> drills;

    Leftover(
            Inventory inventory,
            SecretOrder order,
            Formulas formulas,
            SecretFormulas secrets,
            List<RunbookNeeds> runbooks,
            List<DrillDefinition> drills) {
        this.inventory = inventory;
        this.order = order;
        this.formulas = formulas;
        this.secrets = secrets;
        this.runbooks = runbooks;
        this.drills = drills;
    }

    Remaining without(Set<String> lost) {
        Set<String> left = new LinkedHashSet<>(inventory.people().keySet());
        left.removeAll(lost);
        Opened opened = opened(left);
        return new Remaining(
                lost,
                inventory.secrets().keySet().stream()
                        .map(name -> new Remaining.Secret(
                                name, opened.has(name) ? Still.OPEN : Still.CLOSED, opened.path(List.of(name))))
                        .toList(),
                runbooks.stream()
                        .map(needs -> new Remaining.Page(
                                needs.runbook().name(),
                                follows(needs, left),
                                closed(needs.secrets(), opened),
                                !needs.unclear().isEmpty()))
                        .toList(),
                drills.stream().map(drill -> drill(drill, left)).toList());
    }

    private Opened opened(Set<String> there) {
        return new Opened(order.groups(), there, store -> false);
    }

    private boolean follows(RunbookNeeds needs, Set<String> there) {
        return !there.isEmpty() && closed(needs.secrets(), opened(there)).isEmpty();
    }

    private static Set<String> closed(Set<String> secrets, Opened opened) {
        Set<String> closed = new LinkedHashSet<>(secrets);
        closed.removeIf(opened::has);
        return closed;
    }

    private Remaining.Drill drill(DrillDefinition drill, Set<String> left) {
        Set<String> there = new LinkedHashSet<>(left);
        there.removeAll(drill.effects().people());
        Survivors who = drill.recovery().survivors();
        Set<String> survivors = who.of(there);
        Set<String> needed = runbooks.stream()
                .filter(needs -> needs.runbook().equals(drill.recovery().runbook()))
                .findFirst()
                .map(RunbookNeeds::secrets)
                .orElse(Set.of());
        Survivals survivals = new Survivals(
                formulas,
                secrets,
                survivors,
                who.candidates(survivors, inventory.people().values()),
                who.lost());
        boolean lockOut = drill.expectation() == Expectation.LOCKED_OUT;
        return new Remaining.Drill(
                drill.name(),
                drill.recovery().runbook().name(),
                lockOut,
                lockOut ? survivals.never(needed) : survivals.always(needed),
                survivals.closed(needed));
    }
}
