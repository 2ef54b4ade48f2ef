package dev.blackstart.verification;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Held;
import dev.blackstart.environment.Replica;
import dev.blackstart.machine.Host;
import dev.blackstart.state.Fingerprint;
import dev.blackstart.state.StateException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
        return SideBySide.map(environment.held(), held -> held.state().fingerprint(host(held), mark));
    }

    /**
     * The same after a recovery: what of them cannot be read is a difference. Of one that says nothing at all it is told, and
     * it is left out: that one is silent hides no other.
     */
    public Map<Held, Fingerprint> remains(Consumer<StateException> silent) {
        return remains(environment.held(), silent);
    }

    /** The same of some of them. */
    public Map<Held, Fingerprint> remains(Collection<Held> some, Consumer<StateException> silent) {
        Map<Held, Fingerprint> remains = new LinkedHashMap<>();
        SideBySide.map(some, held -> look(held, silent))
                .forEach((held, print) -> print.ifPresent(there -> remains.put(held, there)));
        return remains;
    }

    private Optional<Fingerprint> look(Held held, Consumer<StateException> silent) {
        try {
            return Optional.of(held.state().remains(host(held), mark));
        } catch (StateException e) {
            silent.accept(e);
            return Optional.empty();
        }
    }

    private Host host(Held held) {
        if (!replica.stands(held.host())) {
            throw new StateException("there is no host " + held.host(), "");
        }
        return replica.host(held.host());
    }
}
