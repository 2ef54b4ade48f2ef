package dev.blackstart.access;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What some of the survivors open together, whichever so many of the candidates among them are lost: told from bus factor
 * and opening size, not by trying every combination.
 */
final class Survivals {
    private final Formulas formulas;
    private final SecretFormulas secrets;
    private final Fewest fewest;
    private final BitSet gone = new BitSet();
    private final BitSet sure = new BitSet();
    private final int candidates;
    private final int lost;

    /**
     * @param there who survives before the loss
     * @param candidates those of them who may be lost
     * @param lost how many of these are, at most all of them
     */
    Survivals(Formulas formulas, SecretFormulas secrets, Set<String> there, Set<String> candidates, int lost) {
        this.formulas = formulas;
        this.secrets = secrets;
        this.fewest = new Fewest(formulas, secrets.noAntichains(), new Effort(Limits.USUAL.busFactors()));
        this.candidates = candidates.size();
        this.lost = Math.min(lost, candidates.size());
        List<String> people = secrets.people();
        for (int i = 0; i < people.size(); i++) {
            gone.set(i, !there.contains(people.get(i)));
            sure.set(i, there.contains(people.get(i)) && !candidates.contains(people.get(i)));
        }
    }

    /** Says whether it is shown that all of these are open in each combination, and somebody is there. */
    boolean always(Collection<String> names) {
        Formula left = left(secrets.all(names));
        return left.isAlways()
                || (!left.isNever() && fewest.of(formulas.dual(left)).least() > lost);
    }

    /** Says whether it is shown that one of these is closed, or nobody there, in each combination. */
    boolean never(Collection<String> names) {
        Formula left = left(secrets.all(names));
        return left.isNever() || (!left.isAlways() && fewest.of(left).least() > candidates - lost);
    }

    /** Lists those that are not shown to be open in each combination. */
    Set<String> closed(Collection<String> names) {
        Set<String> closed = new LinkedHashSet<>(names);
        closed.removeIf(name -> always(List.of(name)));
        return closed;
    }

    private Formula left(Formula formula) {
        return formulas.with(formula, gone, sure);
    }
}
