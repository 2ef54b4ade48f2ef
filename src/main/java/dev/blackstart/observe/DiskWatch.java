package dev.blackstart.observe;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Watches how much room is left on a disk that a replica shares with everybody on its machine: no engine bounds what a
 * container writes there.
 */
public final class DiskWatch implements AutoCloseable {
    /** Bytes; less, and others on the machine are about to fail, too. */
    public static final long LEAST = 1L << 30;

    /** The fastest disks fill less than {@link #LEAST} in that time. */
    private static final Duration EVERY = Duration.ofMillis(250);

    private final Supplier<OptionalLong> room;
    private final LongConsumer nearlyFull;
    private final AtomicBoolean told = new AtomicBoolean();
    private final ScheduledExecutorService schedule = Pacemaker.create("disk");

    /**
     * @param room bytes that are left; empty where nobody can say
     * @param nearlyFull is told once, on a thread of its own, how much was left when it was too little
     */
    public DiskWatch(Supplier<OptionalLong> room, LongConsumer nearlyFull) {
        this.room = room;
        this.nearlyFull = nearlyFull;
    }

    public void start() {
        var ignored = schedule.scheduleWithFixedDelay(this::once, 0, EVERY.toNanos(), TimeUnit.NANOSECONDS);
    }

    void once() {
        OptionalLong left = told.get() ? OptionalLong.empty() : room.get();
        if (left.isPresent() && left.getAsLong() < LEAST && told.compareAndSet(false, true)) {
            nearlyFull.accept(left.getAsLong());
        }
    }

    /** What has begun is ended first: somebody may be about to write down that the disk is full. */
    @Override
    public void close() {
        schedule.shutdown();
    }
}
