package dev.blackstart.backup;

import dev.blackstart.clock.Ticker;
import dev.blackstart.kind.Kinds;
import dev.blackstart.machine.Host;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One way to spoil backups while the system lives: one class a way, which brings how it is done and seen to be done. What it
 * reads of its drill beside its word are its {@code read}'s parameters.
 */
public sealed interface BackupDamage
        permits DeletedArchives, FlippedSegment, RefusedDeletion, RefusedKey, StoppedTimer {
    /** All ways, by the words of {@code spoil: { damage: … }}. */
    Kinds<BackupDamage> KINDS = Kinds.of(BackupDamage.class);

    /** The host from which it is done; empty: the one that keeps them. */
    default Optional<String> from() {
        return Optional.empty();
    }

    /**
     * Say what is to happen, in the words of a plan.
     *
     * @param kept where the backups lie, such as {@code offsite:/srv/borg}
     */
    String sentence(String kept);

    /** What notices it where nothing else is destroyed, such as a full check of all that is kept. */
    String detector();

    /**
     * Do it.
     *
     * @throws BackupException where it could not be done, or where it was not seen to be done
     */
    Seen carryOut(Target target);

    /**
     * What is spoiled.
     *
     * @param host the one that keeps them
     * @param from the one from which it is done
     * @param random all that is left to chance comes from it, so that a seed repeats it
     */
    record Target(Host host, Host from, BackupSource source, RandomGenerator random, Ticker ticker) {
        /** Where they lie, such as {@code offsite:/srv/borg}. */
        String kept() {
            return host.name() + ":" + source.name();
        }
    }

    /**
     * What was seen of it.
     *
     * @param at elapsed time when it was done: not when it was prepared
     * @param what one sentence, with what was read back
     */
    record Seen(Duration at, String what) {}
}
