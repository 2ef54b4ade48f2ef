package dev.blackstart.access;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes people away for whom a formula holds, as long as it still does; looks only at what each of them changes. */
final class Sparing {
    private final Map<Integer, Integer> people = new HashMap<>();

    /** The gates that each formula is a part of, the numbers of one after those of the other. */
    private final int[] gates;

    private final int[] firstGate;

    /** How many parts each formula holds with, beyond those that it needs; below zero it does not hold. */
    private final int[] spare;

    private final int[] fallen;

    /**
     * @param cone of the formula, which comes last
     * @param there people for whom it holds
     */
    Sparing(List<Formula> cone, BitSet there) {
        Map<Formula, Integer> places = new HashMap<>();
        this.firstGate = new int[cone.size() + 1];
        this.spare = new int[cone.size()];
        this.fallen = new int[cone.size()];
        for (Formula formula : cone) {
            places.put(formula, places.size());
            formula.parts().forEach(part -> firstGate[places.getOrDefault(part, 0) + 1]++);
        }
        for (int i = 0; i < cone.size(); i++) {
            firstGate[i + 1] += firstGate[i];
        }
        this.gates = new int[firstGate[cone.size()]];
        int[] next = firstGate.clone();
        for (int i = 0; i < cone.size(); i++) {
            Formula formula = cone.get(i);
            if (formula.isPerson()) {
                people.put(formula.person(), i);
                spare[i] = there.get(formula.person()) ? 0 : -1;
            } else {
                spare[i] = -formula.needed();
                for (Formula part : formula.parts()) {
                    int place = places.getOrDefault(part, 0);
                    gates[next[place]++] = i;
                    spare[i] += spare[place] < 0 ? 0 : 1;
                }
            }
        }
    }

    /** Takes a person away who is there, and says whether the formula still holds; if not, the person comes back. */
    boolean spare(int person) {
        int count = 0;
        fallen[count++] = people.getOrDefault(person, 0);
        spare[fallen[0]]--;
        for (int i = 0; i < count; i++) {
            for (int j = firstGate[fallen[i]]; j < firstGate[fallen[i] + 1]; j++) {
                if (spare[gates[j]]-- == 0) {
                    fallen[count++] = gates[j];
                }
            }
        }
        if (spare[spare.length - 1] >= 0) {
            return true;
        }
        for (int i = count - 1; i >= 0; i--) {
            for (int j = firstGate[fallen[i]]; j < firstGate[fallen[i] + 1]; j++) {
                spare[gates[j]]++;
            }
        }
        spare[fallen[0]]++;
        return false;
    }
}
