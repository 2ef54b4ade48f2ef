package dev.blackstart.backup;

import dev.blackstart.kind.Kinds;
import dev.blackstart.machine.Host;
import java.time.Instant;
import java.util.Optional;

/** Where a host keeps backups, as the definition tells it: one class a kind. */
public sealed interface BackupSource permits BackupDirectory, BorgRepository {
    /** All kinds, by the words of {@code compose.yaml}. */
    Kinds<BackupSource> KINDS = Kinds.of(BackupSource.class);

    /** What sentences call it beside its host, such as a path. */
    String name();

    /** The directory below which all of it lies. */
    String path();

    /** What it says itself of its generations; empty: this kind says nothing of them. */
    default Optional<Repository> repository() {
        return Optional.empty();
    }

    /** Take away every backup that is kept here, and look that none is left; throws {@link BackupException} where one is. */
    void empty(Host host);

    /** When the newest backup was written, by the host's clock; empty: there is none. */
    Optional<Instant> newest(Host host);

    /** Take every backup away so that it can be given back; throws {@link BackupException} where that cannot be done. */
    Restore withhold(Host host);

    /**
     * Keep aside what there is now; giving it back puts it in the place of whatever is there then. Throws
     * {@link BackupException} where it changes so fast that no copy is whole.
     */
    Restore keep(Host host);

    /** Gives back what was withheld or kept. */
    @FunctionalInterface
    interface Restore {
        void giveBack();
    }
}
