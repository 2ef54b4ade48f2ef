package dev.blackstart.backup;

import dev.blackstart.machine.Host;
import java.util.List;
import java.util.Optional;

/** Backups of a kind that says itself which generations it has. */
public interface Repository {
    /** The documented secret that opens it; empty: it needs none. */
    Optional<String> passphrase();

    /**
     * Copy it as it is now, at next to no cost and so that whoever uses it notices nothing; throws {@link BackupException}
     * where that cannot be done.
     *
     * @param passphrase what opens it; empty where it needs none
     */
    Copy copy(Host host, String passphrase);

    /** A repository as it was at a moment. Each question throws {@link BackupException} where it cannot be answered. */
    interface Copy {
        /** All that it lists, the oldest first. */
        List<Generation> listed();

        /** Whether everything in a generation can be read. */
        boolean whole(Generation generation);

        /**
         * Whether a generation holds something, and not nothing, below a path.
         *
         * @param path as the repository has it, {@code *} and {@code **} allowed
         */
        boolean holds(Generation generation, String path);

        /** Remove the copy. */
        void remove();
    }
}
