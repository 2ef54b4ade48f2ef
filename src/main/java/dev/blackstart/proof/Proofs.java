package dev.blackstart.proof;

import dev.blackstart.finding.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * The challenges of a directory, and what was answered.
 *
 * @param broken challenges that cannot be read, and why
 * @param strays answers to no challenge that lies there
 * @param unasked whom no challenge could be written, and why
 * @param faults files that cannot be read
 */
public record Proofs(
        List<Asked> asked, List<Broken> broken, List<Path> strays, List<Unasked> unasked, List<Finding> faults) {
    public Proofs {
        asked = List.copyOf(asked);
        broken = List.copyOf(broken);
        strays = List.copyOf(strays);
        unasked = List.copyOf(unasked);
        faults = List.copyOf(faults);
    }

    /**
     * A challenge and what its answer amounts to.
     *
     * @param answer where the answer lies, or is to lie
     */
    public record Asked(Challenge challenge, Path answer, Reply reply) {}

    /** A file that is no challenge as they are written. */
    public record Broken(Path file, String why) {}

    /** Somebody who could not be asked. */
    public record Unasked(Due due, String why) {}

    /** The same, with whom no challenge could be written. */
    public Proofs with(List<Unasked> unasked) {
        return new Proofs(asked, broken, strays, unasked, faults);
    }

    /** Reads what lies in the directory; nothing where there is none. */
    public static Proofs read(Path directory) {
        return new ProofReader(directory).read();
    }
}
