package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DocumentedSecret.Copy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What some people open together, and how, where some stores may be gone. */
final class Opened {
    private final Set<String> there;
    private final Map<String, PathStep> steps = new LinkedHashMap<>();

    /**
     * @param neededFirst the secrets in question, each after those that may open it
     * @param gone stores that are lost
     */
    Opened(List<DocumentedSecret> neededFirst, Set<String> there, Predicate<String> gone) {
        this.there = there;
        neededFirst.forEach(secret -> open(secret, gone));
    }

    private void open(DocumentedSecret secret, Predicate<String> gone) {
        if (!gone.test(secret.store()) && holds(secret.openedBy())) {
            steps.put(secret.name(), step(secret, secret.store(), false, secret.openedBy()));
            return;
        }
        for (Copy copy : secret.copies()) {
            if (!gone.test(copy.store()) && holds(copy.openedBy())) {
                steps.put(secret.name(), step(secret, copy.store(), true, copy.openedBy()));
                return;
            }
        }
    }

    private PathStep step(DocumentedSecret secret, String store, boolean copy, AccessFormula formula) {
        Set<String> people = new LinkedHashSet<>();
        Set<String> through = new LinkedHashSet<>();
        use(formula, people, through);
        return new PathStep(secret.name(), store, copy, people, through);
    }

    private boolean holds(AccessFormula formula) {
        return formula.opens(there, steps.keySet());
    }

    /** Goes by people's own keys first, and through other secrets only where these are not enough. */
    private void use(AccessFormula formula, Set<String> people, Set<String> through) {
        if (formula instanceof ByPerson by) {
            people.add(by.person());
        } else if (formula instanceof BySecret by) {
            through.add(by.secret());
        } else if (formula instanceof Quorum quorum) {
            List<AccessFormula> held = new ArrayList<>(quorum.of().stream()
                    .filter(ByPerson.class::isInstance)
                    .filter(this::holds)
                    .toList());
            quorum.of().stream()
                    .filter(part -> !(part instanceof ByPerson))
                    .filter(this::holds)
                    .forEach(held::add);
            held.subList(0, quorum.quorum()).forEach(part -> use(part, people, through));
        }
    }

    boolean has(String secret) {
        return steps.containsKey(secret);
    }

    /** Lists the steps to these secrets, each after those that it needs; nothing for those that stay closed. */
    List<PathStep> path(Collection<String> secrets) {
        Set<String> wanted = new LinkedHashSet<>(secrets);
        List<PathStep> needed = new ArrayList<>();
        List<PathStep> lastFirst = new ArrayList<>(steps.values());
        Collections.reverse(lastFirst);
        for (PathStep step : lastFirst) {
            if (wanted.contains(step.secret())) {
                wanted.addAll(step.through());
                needed.add(0, step);
            }
        }
        return needed;
    }
}
