package dev.blackstart.access;

import dev.blackstart.definition.Disaster.PersonnelLoss;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.DrillDefinition.Expectation;
import dev.blackstart.definition.DrillDefinition.Survivors;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Person;
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
                        .map(name -> new Remaining.Secret(name, opened.has(name), opened.path(List.of(name))))
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
        return new Opened(order.neededFirst(), there, store -> false);
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
        Set<String> survivors = new LinkedHashSet<>(left);
        drill.disasters().forEach(disaster -> {
            if (disaster instanceof PersonnelLoss loss) {
                survivors.removeAll(loss.people());
            }
        });
        if (drill.recovery().survivors() instanceof Survivors.Named named) {
            survivors.retainAll(named.people());
        }
        Set<String> needed = runbooks.stream()
                .filter(needs -> needs.runbook().equals(drill.recovery().runbook()))
                .findFirst()
                .map(RunbookNeeds::secrets)
                .orElse(Set.of());
        Survivals survivals = survivals(drill.recovery().survivors(), survivors);
        boolean lockOut = drill.expectation() == Expectation.LOCKED_OUT;
        return new Remaining.Drill(
                drill.name(),
                drill.recovery().runbook().name(),
                lockOut,
                lockOut ? survivals.never(needed) : survivals.always(needed),
                survivals.closed(needed));
    }

    private Survivals survivals(Survivors kind, Set<String> there) {
        if (!(kind instanceof Survivors.Lose lose)) {
            return new Survivals(formulas, secrets, there, Set.of(), 0);
        }
        Set<String> candidates = new LinkedHashSet<>(there);
        lose.role().ifPresent(role -> candidates.removeIf(name -> !has(role, name)));
        return new Survivals(formulas, secrets, there, candidates, lose.count());
    }

    private boolean has(String role, String name) {
        Person person = inventory.people().get(name);
        return person != null && person.roles().contains(role);
    }
}
