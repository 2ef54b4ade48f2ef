package dev.blackstart.verdict;

/** What the engine still had of the run after clean-up, all attempts together. */
public record Cleanup(int containers, int networks, int volumes) {
    public boolean clean() {
        return containers == 0 && networks == 0 && volumes == 0;
    }

    /** Word the counts, such as {@code 2 containers, 0 networks, 1 volume}. */
    public String text() {
        return "%s, %s, %s"
                .formatted(count(containers, "container"), count(networks, "network"), count(volumes, "volume"));
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static Cleanup sum(Cleanup one, Cleanup other) {
        return new Cleanup(
                one.containers + other.containers, one.networks + other.networks, one.volumes + other.volumes);
    }
}
