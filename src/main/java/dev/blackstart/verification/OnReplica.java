package dev.blackstart.verification;

import dev.blackstart.definition.Check;
import dev.blackstart.definition.Check.Result.Said;
import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.environment.Replica;
import dev.blackstart.machine.Host;
import dev.blackstart.observe.Probe;
import dev.blackstart.observe.Sample;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What checks and detectors get at in a replica.
 *
 * @param probes makes a probe of a name and a request
 * @param said what checks said before the disaster
 */
public record OnReplica(Replica replica, BiFunction<String, Request, Probe> probes, SaidBefore said)
        implements Check.Means {
    private static final Duration HTTP_WITHIN = Duration.ofSeconds(5);

    @Override
    public Optional<Host> host(String name) {
        return replica.stands(name) ? Optional.of(replica.host(name)) : Optional.empty();
    }

    @Override
    public boolean struck() {
        return said.struck();
    }

    @Override
    public void remember(String check, String text) {
        said.remember(check, text);
    }

    @Override
    public Optional<String> before(String check) {
        return said.of(check);
    }

    @Override
    public Check.Result ask(String name, Request request) {
        Sample sample = probes.apply(name, request).ask(HTTP_WITHIN).join();
        Said silent = sample.answered() ? Said.NO : Said.NOTHING;
        return new Check.Result(sample.up() ? Said.YES : silent, sample.detail());
    }
}
