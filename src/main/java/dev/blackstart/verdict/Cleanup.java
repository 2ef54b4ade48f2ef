package dev.blackstart.verdict;

import dev.blackstart.terminal.Counts;

/** What the engine still had of the run after clean-up, all attempts together. */
public record Cleanup(int containers, int networks, int volumes) {
    public boolean clean() {
        return containers == 0 && networks == 0 && volumes == 0;
    }

    /** Word the counts, such as {@code 2 containers, 0 networks, 1 volume}. */
    public String text() {
        return "%s, %s, %s"
                .formatted(
                        Counts.of(containers, "container"),
                        Counts.of(networks, "network"),
                        Counts.of(volumes, "volume"));
    }

    static Cleanup sum(Cleanup one, Cleanup other) {
        return new Cleanup(
                one.containers + other.containers, one.networks + other.networks, one.volumes + other.volumes);
    }
}
