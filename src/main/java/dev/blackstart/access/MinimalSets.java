package dev.blackstart.access;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Lists the minimal sets of people that make a formula hold, as counts of each class; up to a limit, smallest first. */
final class MinimalSets {
    /** Smaller sets first; of equally large ones, that of the people who come first. */
    static final Comparator<int[]> SMALLEST_FIRST = Comparator.<int[]>comparingInt(
                    counts -> Arrays.stream(counts).sum())
            .thenComparing(counts -> counts, (one, other) -> Arrays.compare(other, one));

    private static final int CONFLICTS = 5_000;

    private final Cones cones;
    private final Sparing sparing;
    private final Formula formula;
    private final Classes classes;
    private final Fewest.Found fewest;
    private final Effort effort;
    private final List<int[]> listed = new ArrayList<>();
    private BigInteger seen = BigInteger.ZERO;
    private boolean complete;

    /** @param effort what this search and others may take */
    MinimalSets(Cones cones, Sparing sparing, Formula formula, Classes classes, Fewest.Found fewest, Effort effort) {
        this.cones = cones;
        this.sparing = sparing;
        this.formula = formula;
        this.classes = classes;
        this.fewest = fewest;
        this.effort = effort;
    }

    /** Searches for up to so many of them; for none but one of the smallest, where no effort is left. */
    MinimalSets search(int wanted) {
        int most = effort.share(cones.size(formula), wanted);
        if (classes.count() == 1 && fewest.exact()) {
            listed.add(classes.counts(fewest.set()));
            complete = true;
        } else if (most > 0) {
            Model model = new Model(cones.of(formula), classes, effort.share(cones.size(formula), CONFLICTS));
            complete = list(model, most) == Model.Ended.NONE;
            seen = count(listed);
            if (!complete) {
                listed.clear();
                bySize(most);
            }
        } else if (fewest.exact()) {
            listed.add(classes.counts(fewest.set()));
        }
        listed.sort(SMALLEST_FIRST);
        return this;
    }

    /** Lists those of each size before any larger one. */
    private void bySize(int most) {
        int all = classes.first(sizes()).cardinality();
        for (int size = fewest.least(); size <= all && listed.size() < most; size++) {
            int conflicts = effort.share(cones.size(formula), CONFLICTS);
            if (conflicts == 0) {
                break;
            }
            Model model = new Model(cones.of(formula), classes, conflicts);
            model.atMost(size);
            listed.forEach(model::not);
            if (list(model, most) != Model.Ended.NONE) {
                break;
            }
        }
    }

    private int[] sizes() {
        int[] sizes = new int[classes.count()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = classes.people(i).length;
        }
        return sizes;
    }

    private Model.Ended list(Model model, int most) {
        Model.Ended ended = model.search();
        while (ended == Model.Ended.FOUND && listed.size() < most) {
            int[] minimal = minimal(model.found());
            listed.add(minimal);
            model.not(minimal);
            ended = model.search();
        }
        effort.spend(cones.size(formula), 1 + model.conflicts() + listed.size());
        return ended;
    }

    private int[] minimal(BitSet found) {
        int[] counts = classes.counts(found);
        sparing.begin(formula, classes.first(counts));
        for (int i = counts.length - 1; i >= 0; i--) {
            while (counts[i] > 0 && sparing.spare(classes.people(i)[counts[i] - 1])) {
                counts[i]--;
            }
        }
        return counts;
    }

    private BigInteger count(List<int[]> sets) {
        BigInteger count = BigInteger.ZERO;
        for (int[] counts : sets) {
            BigInteger picks = BigInteger.ONE;
            for (int i = 0; i < counts.length; i++) {
                picks = picks.multiply(Binomial.of(classes.people(i).length, counts[i]));
            }
            count = count.add(picks);
        }
        return count;
    }

    List<int[]> listed() {
        return listed;
    }

    boolean complete() {
        return complete;
    }

    /** Counts the sets that were seen, every pick counted. */
    BigInteger seen() {
        return seen.max(count(listed));
    }
}
