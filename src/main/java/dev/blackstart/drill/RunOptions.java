package dev.blackstart.drill;

import java.nio.file.Path;

/**
 * How drills are run.
 *
 * @param reports where each run gets a directory of its own
 * @param quick leave the controls out; the report says that they proved nothing
 * @param keep leave the main attempt's replica up for a look
 * @param jobs how many controls go side by side; the drill itself never goes beside anything
 * @param proveSteps leave each step of the page out in turn, and see who misses it
 * @param seed of everything that is drawn by chance
 */
public record RunOptions(Path reports, boolean quick, boolean keep, long seed, int jobs, boolean proveSteps) {
    /** Bytes of memory that one replica may take. */
    private static final long A_REPLICA = 1L << 30;

    /** With as many jobs as this machine carries: most of a control's time is waiting. */
    public RunOptions(Path reports, boolean quick, boolean keep, long seed) {
        this(reports, quick, keep, seed, jobsHere(), false);
    }

    /** As many as there are processors, at least two, and as many as find room in memory. */
    public static int jobsHere() {
        int processors = Math.max(2, Runtime.getRuntime().availableProcessors());
        return (int) Math.max(1, Math.min(processors, memory() / A_REPLICA));
    }

    private static long memory() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Long.MAX_VALUE;
    }
}
