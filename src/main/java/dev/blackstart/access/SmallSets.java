package dev.blackstart.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries all small sets of people on many formulas at once, those of one size before any larger one, as long as that takes
 * little. Whatever has few who must be lost, or few who open it, is told from that without a search.
 */
final class SmallSets {
    private final Cones cones;
    private final PeopleClasses people;
    private final List<Formula> open;
    private final Map<Formula, BitSet> found = new HashMap<>();
    private final BitSet picked = new BitSet();
    private Lanes lanes;
    private int[] places;
    private int lanesFor;
    private long effort;
    private int size = 1;

    /**
     * @param all formulas that treat interchangeable people alike, none of them always or never true
     * @param effort parts of formulas to look at: counted, not timed, so that every machine gives the same
     */
    SmallSets(Cones cones, PeopleClasses people, Collection<Formula> all, long effort) {
        this.cones = cones;
        this.people = people;
        this.open = new ArrayList<>(all);
        this.effort = effort;
        prepare();
    }

    /** Looks only at what is still open, and what that is made of. */
    private void prepare() {
        Cone cone = cones.of(open);
        lanes = new Lanes(cone);
        places = open.stream().mapToInt(cone::place).toArray();
        lanesFor = open.size();
    }

    /** Tries all sets of one person, of two, and so on. */
    SmallSets search() {
        while (effort > 0 && !open.isEmpty()) {
            pick(0, size);
            look();
            if (effort > 0) {
                size++;
            }
        }
        return this;
    }

    private void pick(int from, int left) {
        if (left == 0) {
            lanes.add(picked);
            if (lanes.full()) {
                look();
            }
            return;
        }
        for (int i = from; i < people.count() && effort > 0 && !open.isEmpty(); i++) {
            int[] alike = people.people(i);
            for (int j = 0; j < Math.min(left, alike.length); j++) {
                picked.set(alike[j]);
                pick(i + 1, left - j - 1);
            }
            for (int person : alike) {
                picked.clear(person);
            }
        }
    }

    private void look() {
        effort -= lanes.cost();
        lanes.look();
        if (lanes.any(places, open.size())) {
            takeNote();
        }
        if (open.size() < lanesFor - lanesFor / 4) {
            prepare();
        } else {
            lanes.clear();
        }
    }

    private void takeNote() {
        int left = 0;
        for (int i = 0; i < open.size(); i++) {
            Formula formula = open.get(i);
            Optional<BitSet> set = lanes.first(places[i]);
            if (set.isPresent()) {
                found.put(formula, set.get());
            } else {
                places[left] = places[i];
                open.set(left++, formula);
            }
        }
        open.subList(left, open.size()).clear();
    }

    /** Gives one of the smallest sets that make a formula hold, if it was found. */
    Optional<BitSet> smallest(Formula formula) {
        return Optional.ofNullable(found.get(formula));
    }

    /** Lists those of which no set was found. */
    List<Formula> open() {
        return open;
    }

    /** Gives how many people it takes at least to make one of them hold. */
    int least() {
        return size;
    }
}
