package dev.blackstart.state;

import java.util.List;
import java.util.random.RandomGenerator;

/** Where cold pages lie: the first are read by every query that looks for a table's shape, the last were written just now. */
final class MiddleHalf {
    private MiddleHalf() {}

    /** Draw one of those that lie there. */
    static String of(List<String> pages, RandomGenerator random) {
        return pages.get(pages.size() / 4 + random.nextInt(Math.max(1, pages.size() / 2)));
    }
}
