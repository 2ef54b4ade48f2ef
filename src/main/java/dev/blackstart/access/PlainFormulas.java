package dev.blackstart.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes formulas as plainly as can be, so that those that mean the same are the same: as the minimal sets that make them
 * hold, or fail, where there are few of these. Secrets that open others, deep or in circles, then need no search.
 */
final class PlainFormulas {
    private final Formulas formulas;
    private final Antichains antichains;
    private final PeopleClasses people;
    private final Map<Antichain, Formula> opening = new HashMap<>();
    private final Map<Antichain, Formula> closing = new HashMap<>();

    PlainFormulas(Formulas formulas, Antichains antichains, PeopleClasses people) {
        this.formulas = formulas;
        this.antichains = antichains;
        this.people = people;
    }

    /** Gives the plain one that means the same as a formula; the formula itself, where none is known. */
    Formula of(Formula formula) {
        if (formula.isPerson() || formula.isNever() || formula.isAlways()) {
            return formula;
        }
        Optional<Antichain> opens = antichains.of(formula);
        Optional<Antichain> closes = antichains.of(formulas.dual(formula));
        Optional<Formula> known = find(opens, opening).or(() -> find(closes, closing));
        if (known.isPresent()) {
            return known.get();
        }
        Formula plain = formula.isReadOnce() ? formula : written(formula, opens, closes);
        opens.ifPresent(sets -> opening.put(sets, plain));
        closes.ifPresent(sets -> closing.put(sets, plain));
        return plain;
    }

    private static Optional<Formula> find(Optional<Antichain> sets, Map<Antichain, Formula> known) {
        return sets.flatMap(one -> Optional.ofNullable(known.get(one)));
    }

    private Formula written(Formula formula, Optional<Antichain> opens, Optional<Antichain> closes) {
        Optional<Formula> open = opens.map(this::written);
        Optional<Formula> closed = closes.map(this::written);
        if (open.isPresent() && closed.isPresent()) {
            formulas.areDual(open.get(), closed.get());
        }
        Formula plain = open.or(() -> closed.map(formulas::dual)).orElse(formula);
        antichains.are(plain, opens);
        antichains.are(formulas.dual(plain), closes);
        return plain;
    }

    private Formula written(Antichain sets) {
        return new Alternatives(sets, people).written(formulas);
    }
}
