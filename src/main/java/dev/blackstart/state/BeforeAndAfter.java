package dev.blackstart.state;

import java.util.List;

/**
 * Tells what of a state a damage changes. What the system changes by itself is told from it by two looks before, and compared
 * by its bounds; what the workload writes is left out.
 */
final class BeforeAndAfter {
    private static final int TOLD = 3;

    private final Damage.Target target;
    private final Living living;

    /** Look before; throws {@link DamageException} where the state cannot be read: nobody could see a damage then. */
    BeforeAndAfter(Damage.Target target) {
        this.target = target;
        try {
            Fingerprint first = look();
            this.living = Living.between(target.state(), first, look(), List.of());
        } catch (StateException e) {
            throw new DamageException("nobody could see a damage", String.valueOf(e.getMessage()));
        }
    }

    /** Look again, and say what has changed; empty: nothing that is compared. */
    String changed() {
        try {
            return words(living.differences(look()));
        } catch (StateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private Fingerprint look() {
        return target.state().fingerprint(target.host(), target.mark());
    }

    private static String words(List<Difference> differences) {
        List<String> told = differences.stream()
                .limit(TOLD)
                .map(difference -> difference.object() + " " + difference.what())
                .toList();
        int more = differences.size() - told.size();
        return String.join("; ", told) + (more > 0 ? "; and %d more".formatted(more) : "");
    }
}
