package dev.blackstart.observe;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/** When one probe was asked; grows by 8 bytes a question. */
final class AskTimes {
    private long[] nanos = new long[1024];
    private int count;

    void add(Duration at) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = at.toNanos();
    }

    long within(Duration from, Duration to) {
        return inside(from, to).count();
    }

    /** The gaps between two moments, which count as questions themselves: what was not asked is a gap too. */
    LongStream gaps(Duration from, Duration to) {
        long[] moments = LongStream.concat(
                        LongStream.of(from.toNanos()), LongStream.concat(inside(from, to), LongStream.of(to.toNanos())))
                .toArray();
        return LongStream.range(1, moments.length).map(i -> moments[(int) i] - moments[(int) i - 1]);
    }

    private LongStream inside(Duration from, Duration to) {
        return Arrays.stream(nanos, 0, count).filter(at -> at > from.toNanos() && at < to.toNanos());
    }
}
