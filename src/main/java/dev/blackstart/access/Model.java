package dev.blackstart.access;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.sat4j.core.VecInt;
import org.sat4j.pb.IPBSolver;
import org.sat4j.pb.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.TimeoutException;

/**
 * A formula as pseudo-Boolean constraints: a gate counts its parts. The people of a class are taken in order, so that one
 * assignment stands for all that differ only in who of a class is meant. The formula is monotone, so it is enough that a
 * gate asks for its parts.
 */
final class Model {
    private final IPBSolver solver = SolverFactory.newRoundingSatPOS2020();
    private final Map<Formula, Integer> variables = new HashMap<>();
    private final Map<Integer, Integer> people = new TreeMap<>();
    private final Classes classes;
    private boolean contradicted;

    /** @param conflicts after so many a search ends without a result: not after some time, which differs everywhere */
    Model(List<Formula> cone, Classes classes, int conflicts) {
        this.classes = classes;
        solver.newVar(cone.size());
        solver.setTimeoutOnConflicts(conflicts);
        for (Formula formula : cone) {
            int variable = variables.size() + 1;
            variables.put(formula, variable);
            if (formula.isPerson()) {
                people.put(formula.person(), variable);
            } else {
                add(formula.parts().stream().mapToInt(this::variable).toArray(), variable, formula.needed());
            }
        }
        for (int i = 0; i < classes.count(); i++) {
            int[] members = classes.people(i);
            for (int j = 1; j < members.length; j++) {
                clause(person(members[j - 1]), -person(members[j]));
            }
        }
        clause(variables.size());
    }

    private int variable(Formula formula) {
        return Objects.requireNonNull(variables.get(formula));
    }

    private int person(int person) {
        return Objects.requireNonNull(people.get(person));
    }

    /** At least so many of the parts, a part that is there twice counting twice, or not the gate. */
    private void add(int[] parts, int gate, int needed) {
        VecInt literals = new VecInt();
        VecInt weights = new VecInt();
        for (int part : parts) {
            int before = literals.isEmpty() || literals.last() != part ? 0 : weights.last();
            if (before > 0) {
                weights.pop();
                weights.push(before + 1);
            } else {
                literals.push(part);
                weights.push(1);
            }
        }
        literals.push(-gate);
        weights.push(needed);
        try {
            solver.addAtLeast(literals, weights, needed);
        } catch (ContradictionException e) {
            contradicted = true;
        }
    }

    private void clause(int... literals) {
        clause(new VecInt(literals));
    }

    private void clause(VecInt literals) {
        try {
            solver.addClause(literals);
        } catch (ContradictionException e) {
            contradicted = true;
        }
    }

    /** From now on, no more than so many people. */
    void atMost(int number) {
        VecInt literals = new VecInt();
        people.values().forEach(literals::push);
        try {
            solver.addAtMost(literals, number);
        } catch (ContradictionException e) {
            contradicted = true;
        }
    }

    /** From now on, nothing that has at least so many of each class. */
    void not(int[] counts) {
        VecInt fewer = new VecInt();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                fewer.push(-person(classes.people(i)[counts[i] - 1]));
            }
        }
        clause(fewer);
    }

    /** How a search ended. */
    enum Ended {
        FOUND,
        NONE,
        LIMIT
    }

    Ended search() {
        if (contradicted) {
            return Ended.NONE;
        }
        try {
            return solver.isSatisfiable() ? Ended.FOUND : Ended.NONE;
        } catch (TimeoutException e) {
            return Ended.LIMIT;
        }
    }

    /** Counts how often the searches had to turn back so far. */
    long conflicts() {
        return solver.getStat().getOrDefault("conflicts", 0).longValue();
    }

    /** Gives the people who were found. */
    BitSet found() {
        BitSet found = new BitSet();
        people.forEach((person, variable) -> found.set(person, solver.model(variable)));
        return found;
    }
}
