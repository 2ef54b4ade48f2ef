package dev.blackstart.store;

import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Host;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where stores are brought to life.
 *
 * @param desk at which people sit
 * @param machines the machine that stands under a service's name now; empty: none does
 */
public record Ground(Desk desk, Function<String, Optional<Host>> machines) {
    /** A desk, and no machine that it could reach. */
    public Ground(Desk desk) {
        this(desk, service -> Optional.empty());
    }

    /** The machine that stands under a service's name now. */
    public Optional<Host> machine(String service) {
        return machines.apply(service);
    }
}
