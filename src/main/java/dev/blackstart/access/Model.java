package dev.blackstart.access;

import dev.blackstart.access.Cone.Links;
import java.util.BitSet;
import org.sat4j.core.VecInt;
import org.sat4j.pb.SolverFactory;
import org.sat4j.pb.constraints.PBLongMaxClauseCardConstrDataStructure;
import org.sat4j.pb.core.PBSolverCP;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.TimeoutException;

/**
 * A formula as pseudo-Boolean constraints: a gate counts its parts. The people of a class are taken in order, so that one
 * assignment stands for all that differ only in who of a class is meant. The formula is monotone, so it is enough that a
 * gate asks for its parts.
 */
final class Model {
    private final PBSolverCP solver = solver();
    private final Cone cone;
    private final BitSet people;
    private final Classes classes;
    private boolean contradicted;

    /** @param conflicts after so many a search ends without a result: not after some time, which differs everywhere */
    Model(Cone cone, Classes classes, int conflicts) {
        this.cone = cone;
        this.people = cone.top().people();
        this.classes = classes;
        solver.newVar(cone.size());
        solver.setTimeoutOnConflicts(conflicts);
        for (int i = 0; i < cone.size(); i++) {
            if (cone.person(i) < 0) {
                add(i, cone.formula(i).needed());
            }
        }
        for (int i = 0; i < classes.count(); i++) {
            int[] members = classes.people(i);
            for (int j = 1; j < members.length; j++) {
                clause(person(members[j - 1]), -person(members[j]));
            }
        }
        clause(cone.size());
    }

    /** Weights here are small: the solver counts with numbers of the machine, which makes the same of them. */
    private static PBSolverCP solver() {
        PBSolverCP solver = (PBSolverCP) SolverFactory.newRoundingSatPOS2020();
        solver.setDataStructureFactory(new PBLongMaxClauseCardConstrDataStructure());
        return solver;
    }

    private int person(int person) {
        return cone.place(person) + 1;
    }

    /** At least so many of the parts, a part that is there twice counting twice, or not the gate. */
    private void add(int gate, int needed) {
        VecInt literals = new VecInt();
        VecInt weights = new VecInt();
        Links parts = cone.parts();
        for (int i = parts.from(gate); i < parts.to(gate); i++) {
            int part = parts.at(i) + 1;
            int before = literals.isEmpty() || literals.last() != part ? 0 : weights.last();
            if (before > 0) {
                weights.pop();
                weights.push(before + 1);
            } else {
                literals.push(part);
                weights.push(1);
            }
        }
        literals.push(-gate - 1);
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
        people.stream().map(this::person).forEach(literals::push);
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
        people.stream().forEach(person -> found.set(person, solver.model(person(person))));
        return found;
    }
}
