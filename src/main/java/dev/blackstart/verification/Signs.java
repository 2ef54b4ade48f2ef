package dev.blackstart.verification;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Held;
import dev.blackstart.environment.Replica;
import dev.blackstart.state.Sign;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was written into states before the disaster, so that only a backup made since then can bring it back. */
public final class Signs {
    private final Replica replica;
    private final Map<Held, Sign> signs = new LinkedHashMap<>();

    /** @param mark what no fingerprint holds */
    public Signs(EnvironmentDefinition environment, Replica replica, String mark) {
        this.replica = replica;
        environment.held().stream()
                .filter(held -> held.rebuilt().isEmpty())
                .forEach(held -> held.state().sign(mark).ifPresent(sign -> signs.put(held, sign)));
    }

    /** Write one into each state that takes one; throws {@link dev.blackstart.state.StateException} where it cannot be. */
    public void leave() {
        signs.forEach((held, sign) -> sign.leave(replica.host(held.host())));
    }

    /** Whether each of them is there; nothing is said of a host that is not. */
    public Map<Held, Boolean> found() {
        Map<Held, Boolean> found = new LinkedHashMap<>();
        signs.forEach((held, sign) -> {
            if (replica.stands(held.host())) {
                found.put(held, sign.found(replica.host(held.host())));
            }
        });
        return found;
    }
}
