package dev.blackstart.verification;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Held;
import dev.blackstart.environment.Replica;
import dev.blackstart.state.Fingerprint;
import dev.blackstart.state.StateException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that the environment's hosts are declared to hold, without another line of configuration. */
public final class States {
    private final EnvironmentDefinition environment;
    private final Replica replica;
    private final String mark;

    /** @param mark what everything of the workload's holds in its text; any unlikely text where there is no workload */
    public States(EnvironmentDefinition environment, Replica replica, String mark) {
        this.environment = environment;
        this.replica = replica;
        this.mark = mark;
    }

    /** Take a fingerprint of each, side by side; throws {@link StateException} where one cannot be read. */
    public Map<Held, Fingerprint> fingerprints() {
        Map<Held, Fingerprint> fingerprints = new ConcurrentHashMap<>();
        SideBySide.run(environment.held().stream()
                .map(held -> (Runnable) () -> fingerprints.put(held, take(held)))
                .toList());
        return fingerprints;
    }

    private Fingerprint take(Held held) {
        if (!replica.stands(held.host())) {
            throw new StateException("there is no host " + held.host(), "");
        }
        return held.state().fingerprint(replica.host(held.host()), mark);
    }
}
