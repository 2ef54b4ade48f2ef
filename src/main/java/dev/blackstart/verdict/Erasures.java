package dev.blackstart.verdict;

import java.util.Optional;

/**
 * What became of the writes that the workload erased again.
 *
 * @param asked writes that the service was asked to erase
 * @param acknowledged those of which it said that they are erased
 * @param erased those of which that was seen before the strike
 * @param refusal what most of those came to that were not acknowledged; empty where all were
 * @param gone erased, and not there after recovery; empty, as the two that follow: nobody looked
 * @param cameBack erased, and there again
 * @param untold erased, and not told whether there
 */
public record Erasures(
        int asked,
        int acknowledged,
        int erased,
        String refusal,
        Optional<Integer> gone,
        Optional<Integer> cameBack,
        Optional<Integer> untold) {
    /** Whether of one erased write at least is known what became of it. */
    boolean told() {
        return gone.orElse(0) + cameBack.orElse(0) > 0;
    }
}
