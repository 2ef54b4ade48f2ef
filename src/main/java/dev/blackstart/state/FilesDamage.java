package dev.blackstart.state;

import java.util.Optional;

/** What is done to files and directories as the host's root, below a path or where chance finds them. */
sealed interface FilesDamage extends Damage
        permits ChangedMode, ChangedOwner, DeletedTree, RansomedFiles, SwappedContents, TruncatedFile {
    /** Where, as seen from the path that is compared; empty: a seed chooses among all that is compared. */
    Optional<String> path();

    @Override
    default boolean takes(State state) {
        return state instanceof FilesState;
    }

    /** Words for {@link #path}. */
    default String where(String chosen, String host) {
        return path().map(path -> (path.equals(FilesDifferences.TOP) ? "everything" : path) + " on " + host)
                .orElse(chosen + " on " + host);
    }
}
