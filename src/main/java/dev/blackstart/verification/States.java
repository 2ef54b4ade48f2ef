package dev.blackstart.verification;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Held;
import dev.blackstart.environment.Replica;
import dev.blackstart.machine.Host;
import dev.blackstart.state.Fingerprint;
import dev.blackstart.state.StateException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

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
        return each((held, host) -> held.state().fingerprint(host, mark));
    }

    /** The same after a recovery: what of them cannot be read is a difference. */
    public Map<Held, Fingerprint> remains() {
        return each((held, host) -> held.state().remains(host, mark));
    }

    private Map<Held, Fingerprint> each(BiFunction<Held, Host, Fingerprint> take) {
        Map<Held, Fingerprint> fingerprints = new ConcurrentHashMap<>();
        SideBySide.run(environment.held().stream()
                .map(held -> (Runnable) () -> fingerprints.put(held, take.apply(held, host(held))))
                .toList());
        return fingerprints;
    }

    private Host host(Held held) {
        if (!replica.stands(held.host())) {
            throw new StateException("there is no host " + held.host(), "");
        }
        return replica.host(held.host());
    }
}
