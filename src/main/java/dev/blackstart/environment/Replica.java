package dev.blackstart.environment;

import dev.blackstart.machine.Host;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A running copy of an environment, owned by one attempt of one run. All calls may be made from several threads, for
 * different hosts.
 *
 * <p>Every call that the engine refuses or that its death cuts off throws {@link EngineException}.
 */
public interface Replica extends AutoCloseable {
    /** The machine that stands under this name now; throws {@link IllegalStateException} where none does. */
    Host host(String service);

    /** Whether a machine stands under this name now. */
    boolean stands(String service);

    /** The machine that stands under this name now; empty: none does. */
    default Optional<Host> present(String service) {
        return stands(service) ? Optional.of(host(service)) : Optional.empty();
    }

    /** Create and start a blank machine of this service: its image, empty volumes, its address. Waits until it booted. */
    Host order(String service);

    /**
     * Create a machine from what a base kept of it, and start it. Waits until it booted.
     *
     * @param base must hold the service
     */
    Host restore(String service, Base base);

    /**
     * Shut a machine down as an administrator would and start it again, with the disks and the addresses that it has. Waits
     * until it booted, well or not.
     *
     * @return false: it did not come up again
     */
    boolean restart(String service);

    /**
     * Cut the machine's networks, then kill it, then remove it with the volumes that no other machine which stands mounts:
     * what a lost machine looks like.
     */
    Loss lose(String service);

    /** Look in the engine for all that these lost machines had: by what it has, not by what it was asked to remove. */
    Traces look(Set<String> lost);

    /**
     * Where, on this machine's loopback, a port of a service answers; survives the service's loss and return.
     *
     * <p>The witness stands in between and accepts at once, whether the service is there or not: only what is read
     * through the connection is evidence. A refused or lost service shows as the end of the stream.
     *
     * @throws IllegalArgumentException if the replica was opened without this endpoint
     */
    InetSocketAddress address(String service, int port);

    /** What somebody types on this machine to be root on the one that stands under this name now. */
    String shell(String service);

    /** Stop every host cleanly and keep what it wrote since it was blank, as the parts of a new base. */
    void keep(Base base, Set<String> services);

    /**
     * Prove by inspection, without sending a packet, that nothing leads out of the replica.
     *
     * @return what was looked at and holds, one sentence each
     * @throws IsolationException naming each way out that was found
     */
    List<String> proveIsolation();

    /** What the engine still has of this run's attempt; all zero is what a run wants to see. */
    Remains remains();

    /** Remove everything that this replica made, side by side, within a budget of its own. Safe to repeat. */
    @Override
    void close();

    /**
     * When a machine was gone.
     *
     * @param cutAt elapsed time on the run's ticker when the engine said that the first network was cut: the strike
     * @param goneAt when it and its volumes had been removed
     */
    record Loss(Duration cutAt, Duration goneAt) {}

    /**
     * What the engine says of all that lost machines had, volumes that they could only read left out.
     *
     * @param gone what it does not have any more
     * @param left what it still has, though nobody who stands has it too
     * @param shared volumes that it still has, by the machines that stand and mount them
     */
    record Traces(List<String> gone, List<String> left, SortedMap<String, Set<String>> shared) {
        public Traces {
            gone = List.copyOf(gone);
            left = List.copyOf(left);
            shared = Collections.unmodifiableSortedMap(new TreeMap<>(shared));
        }
    }

    /** Counts of what is left in the engine. */
    record Remains(int containers, int networks, int volumes) {
        public boolean none() {
            return containers == 0 && networks == 0 && volumes == 0;
        }
    }
}
