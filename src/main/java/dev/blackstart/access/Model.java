package dev.blackstart.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.logicng.cardinalityconstraints.CCEncoder;
import org.logicng.datastructures.Assignment;
import org.logicng.datastructures.Tristate;
import org.logicng.formulas.CType;
import org.logicng.formulas.CardinalityConstraint;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import org.logicng.solvers.MiniSat;
import org.logicng.solvers.sat.MiniSatConfig;

/**
 * A formula as clauses for a SAT solver. The people of a class are taken in order, so that one assignment stands for all
 * that differ only in who of a class is meant. The formula is monotone: clauses from each gate to its parts suffice.
 */
final class Model {
    private final FormulaFactory factory = new FormulaFactory();
    private final MiniSat solver =
            MiniSat.miniSat(factory, MiniSatConfig.builder().initialPhase(false).build());
    private final CCEncoder counting = new CCEncoder(factory);
    private final Map<Formula, Variable> variables = new HashMap<>();
    private final Map<Integer, Variable> people = new TreeMap<>();
    private final Classes classes;
    private final ConflictLimit limit;
    private int aliases;

    /** @param conflicts after so many the search ends without a result */
    Model(List<Formula> cone, Classes classes, int conflicts) {
        this.classes = classes;
        this.limit = new ConflictLimit(conflicts);
        for (Formula formula : cone) {
            Variable variable = factory.variable("f" + formula.id());
            variables.put(formula, variable);
            if (formula.isPerson()) {
                people.put(formula.person(), variable);
            }
        }
        orderClasses();
        cone.stream().filter(formula -> !formula.isPerson()).forEach(this::encode);
        solver.add(variable(cone.get(cone.size() - 1)));
    }

    private Variable variable(Formula formula) {
        return Objects.requireNonNull(variables.get(formula));
    }

    private Variable person(int person) {
        return Objects.requireNonNull(people.get(person));
    }

    private void orderClasses() {
        for (int i = 0; i < classes.count(); i++) {
            int[] members = classes.people(i);
            for (int j = 1; j < members.length; j++) {
                solver.add(factory.clause(
                        person(members[j - 1]), person(members[j]).negate()));
            }
        }
    }

    private void encode(Formula gate) {
        Literal unless = variable(gate).negate();
        if (gate.isAll()) {
            gate.parts().forEach(part -> solver.add(factory.clause(unless, variable(part))));
            return;
        }
        List<Variable> parts = distinct(gate.parts());
        if (gate.isAny()) {
            List<Literal> clause = new ArrayList<>(parts);
            clause.add(unless);
            solver.add(factory.clause(clause));
            return;
        }
        CardinalityConstraint atLeast = (CardinalityConstraint) factory.cc(CType.GE, gate.needed(), parts);
        counting.encode(atLeast).forEach(clause -> {
            List<Literal> literals = new ArrayList<>(clause.literals());
            literals.add(unless);
            solver.add(factory.clause(literals));
        });
    }

    /** A part that counts twice gets a variable for each time. */
    private List<Variable> distinct(List<Formula> parts) {
        List<Variable> distinct = new ArrayList<>();
        Set<Formula> seen = new HashSet<>();
        for (Formula part : parts) {
            Variable variable = variable(part);
            if (!seen.add(part)) {
                Variable alias = factory.variable("a" + aliases++);
                solver.add(factory.clause(alias.negate(), variable));
                variable = alias;
            }
            distinct.add(variable);
        }
        return distinct;
    }

    /** From now on, no more than so many people. */
    void atMost(int number) {
        solver.add(factory.cc(CType.LE, number, people.values()));
    }

    /** From now on, nothing that has at least so many of each class. */
    void not(int[] counts) {
        List<Literal> fewer = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                fewer.add(person(classes.people(i)[counts[i] - 1]).negate());
            }
        }
        solver.add(factory.clause(fewer));
    }

    /** How a search ended. */
    enum Ended {
        FOUND,
        NONE,
        LIMIT
    }

    Ended search() {
        Tristate result = solver.sat(limit);
        return result == Tristate.TRUE ? Ended.FOUND : result == Tristate.FALSE ? Ended.NONE : Ended.LIMIT;
    }

    /** Gives the people who were found. */
    BitSet found() {
        Assignment model = solver.model(people.values());
        BitSet found = new BitSet();
        people.forEach((person, variable) -> {
            if (model.evaluateLit(variable)) {
                found.set(person);
            }
        });
        return found;
    }
}
