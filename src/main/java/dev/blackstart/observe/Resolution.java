package dev.blackstart.observe;

import java.time.Duration;
import java.util.List;

/**
 * How finely probes really looked.
 *
 * @param largestGap between two questions of the same probe
 * @param p99Gap 99 of 100 gaps were no larger
 * @param asked how many questions
 */
public record Resolution(Duration largestGap, Duration p99Gap, long asked) {
    /** Of two, the worst gaps and the sum of the questions. */
    Resolution worst(Resolution other) {
        return new Resolution(
                largestGap.compareTo(other.largestGap) > 0 ? largestGap : other.largestGap,
                p99Gap.compareTo(other.p99Gap) > 0 ? p99Gap : other.p99Gap,
                asked + other.asked);
    }

    /** Of several probes, the worst gaps and the sum of the questions; nothing asked is one gap. */
    static Resolution of(List<AskTimes> probes, Duration from, Duration to) {
        long largest = 0;
        long p99 = 0;
        long asked = 0;
        for (AskTimes asks : probes) {
            long[] gaps = asks.gaps(from, to).sorted().toArray();
            largest = Math.max(largest, gaps[gaps.length - 1]);
            p99 = Math.max(p99, gaps[(gaps.length * 99 - 1) / 100]);
            asked += asks.within(from, to);
        }
        return new Resolution(Duration.ofNanos(largest), Duration.ofNanos(p99), asked);
    }
}
