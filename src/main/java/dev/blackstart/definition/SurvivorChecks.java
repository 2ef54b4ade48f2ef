package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Expectation;
import dev.blackstart.definition.DrillDefinition.Survivors;
import dev.blackstart.finding.Place;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Checks who is left: whether anybody is, and whether those can be locked out at all. */
final class SurvivorChecks {
    private final DrillDefinition drill;
    private final Effects effects;
    private final Problems problems;
    private final Map<String, Person> people;
    private final Map<String, DocumentedSecret> secrets;

    SurvivorChecks(DrillDefinition drill, Problems problems) {
        this.drill = drill;
        this.effects = drill.effects();
        this.problems = problems;
        this.people = drill.environment().inventory().people();
        this.secrets = drill.environment().inventory().secrets();
    }

    void check() {
        Survivors survivors = drill.recovery().survivors();
        if (survivors instanceof Survivors.Analysed analysed) {
            checkAnalysed(analysed);
        } else if (survivors instanceof Survivors.Named named) {
            checkNamed(named);
        } else if (survivors instanceof Survivors.Lose lose) {
            checkLose(lose);
        } else {
            checkLeft(notLost());
        }
    }

    private void checkAnalysed(Survivors.Analysed analysed) {
        if (drill.expectation() == Expectation.LOCKED_OUT) {
            problems.error(
                    analysed.place(),
                    "the analysis says who is locked out, and `expect: locked-out` says that everybody is",
                    "Take `expect` out, or name the survivors.");
        }
    }

    private Place place() {
        return drill.recovery().place();
    }

    private Set<String> notLost() {
        Set<String> left = new LinkedHashSet<>(people.keySet());
        left.removeAll(effects.people());
        return left;
    }

    private void checkNamed(Survivors.Named named) {
        Set<String> both = new LinkedHashSet<>(named.people());
        both.retainAll(effects.gone());
        if (!both.isEmpty()) {
            problems.error(
                    place(),
                    "lost and yet a survivor: " + String.join(", ", both),
                    "Take the name out of `survivors`, or out of the disaster.");
            return;
        }
        Set<String> keyed = new LinkedHashSet<>(named.people());
        keyed.removeAll(effects.people());
        checkLeft(keyed);
    }

    private void checkLose(Survivors.Lose lose) {
        Set<String> candidates = lose.candidates(notLost(), people.values());
        if (lose.lost() > candidates.size()) {
            problems.error(
                    place(),
                    "%d%s to lose, but only %d left"
                            .formatted(
                                    lose.lost(),
                                    lose.role()
                                            .map(role -> " of the role \"" + role + "\"")
                                            .orElse(""),
                                    candidates.size()),
                    "Lose fewer, or document more people.");
        } else if (lose.lost() == notLost().size()) {
            checkLeft(Set.of());
        }
    }

    private void checkLeft(Set<String> left) {
        if (left.isEmpty() && drill.expectation() == Expectation.RECOVERED && !people.isEmpty()) {
            problems.error(
                    place(),
                    effects.keyless().isEmpty() ? "nobody is left to recover" : "nobody is left who has a key",
                    "Leave somebody, or say `expect: locked-out` if that is what the drill is to show.");
        }
        Set<String> opened = drill.environment().inventory().opened(left);
        if (drill.expectation() == Expectation.LOCKED_OUT
                && !secrets.isEmpty()
                && opened.containsAll(secrets.keySet())) {
            problems.error(
                    place(),
                    "nobody can be locked out: %s can open every secret".formatted(String.join(", ", left)),
                    "Lose more people, or expect recovery.");
        }
    }
}
