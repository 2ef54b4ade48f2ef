package dev.blackstart.access;

import java.util.Optional;

/** How few people make formulas hold, and who. */
final class Openings {
    private final Fewest fewest;
    private final Choices choices;

    Openings(Formulas formulas, Choices choices, Antichains antichains, Limits limits) {
        this.fewest = new Fewest(formulas, antichains, new Effort(limits.others()));
        this.choices = choices;
    }

    /** The fewest people who open something, without the path that they take. */
    record Opening(Bounds size, Choice people) {}

    /** Takes note of what was found by trying. */
    void learn(SmallSets tried, Formula formula) {
        fewest.learn(tried, formula);
    }

    /** Gives the fewest who open it; empty where nobody does. */
    Optional<Opening> of(Formula formula) {
        if (formula.isNever()) {
            return Optional.empty();
        }
        if (formula.isAlways()) {
            return Optional.of(new Opening(Bounds.exactly(0), Choice.NOBODY));
        }
        Fewest.Found least = fewest.of(formula);
        return Optional.of(new Opening(least.bounds(), choices.of(formula, least)));
    }
}
