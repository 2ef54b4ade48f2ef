package dev.blackstart.store;

import dev.blackstart.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store in a drill: commissioning fills it, survivors open it, a watch sees what they open, and a control withholds from
 * them what it holds. It may be files on their desk or a service on a machine, which may be down or lost; nothing here says
 * which. It is of one replica, and may remember what was asked of it there.
 *
 * <p>What cannot be carried out throws {@link StoreException}: that is no verdict on anybody's recovery.
 */
public interface DrilledStore {
    /** What a survivor's shell has to know to find it. */
    Map<String, String> variables();

    /** Make it, and in it each secret that has a generator; people's keys are there already. */
    void make(Ground ground, List<Making> secrets);

    /** Open everything that it holds, at a desk where everything opens; by the names that it has there. */
    Map<String, Secret> values(Ground ground);

    /** Write what of it outlives every disaster into this machine's directory, which is empty and its owner's alone. */
    void keep(Ground ground, Path directory);

    /** Bring to the survivors' desk what was kept of it; their keys are there already. */
    void arrive(Ground ground, Path directory);

    /** Bring it to where it is in everyday life; its machine may still be starting. A directory needs nothing. */
    default void serve(Ground ground) {}

    /** Begin to see what is opened of it. */
    StoreWatch watch(Ground ground);

    /** Keep a secret from whoever opens it, while everything else still opens; a secret that it does not hold is withheld already. */
    Restore withhold(Ground ground, String secret);

    /** Put another value in a secret's place, for the same readers; a secret that it does not hold stays away. */
    Restore replace(Ground ground, Secret other);

    /** What its tool said, if that means that a secret could not be opened. */
    Optional<Refusal> refused(String said);

    /** Secrets of its own making, such as tokens, that stand in what somebody said; nobody could know them before. */
    default List<Secret> told(String said) {
        return List.of();
    }

    /** What a survivor types to see a secret on standard output. */
    String show(String secret);

    /** Gives back what was withheld. */
    @FunctionalInterface
    interface Restore {
        void giveBack();
    }

    /** Says that something could not be opened; {@code secret}: which, where the tool tells. */
    record Refusal(Optional<String> secret) {}
}
