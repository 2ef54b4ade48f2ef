package dev.blackstart.verification;

import dev.blackstart.definition.Check;
import dev.blackstart.definition.Check.Result.Said;
import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.environment.Replica;
import dev.blackstart.journal.Event.CheckOutcome;
import dev.blackstart.machine.Host;
import dev.blackstart.observe.Probe;
import dev.blackstart.observe.Sample;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** Carries out the drill's own checks on a replica. */
public final class Checks {
    private static final Duration HTTP_WITHIN = Duration.ofSeconds(5);

    private final Check.Means means;

    /**
     * @param probes makes a probe of a name and a request
     * @param before what checks said before the disaster
     */
    public Checks(Replica replica, BiFunction<String, Request, Probe> probes, SaidBefore before) {
        this.means = new OnReplica(replica, probes, before);
    }

    /** What came of a check; {@code detail} shows what was seen. */
    public record Result(CheckOutcome outcome, String detail) {}

    /** Carry one out; that it cannot be carried out is a result as well. */
    public Result carryOut(Check check) {
        Check.Result result = check.carryOut(means);
        CheckOutcome outcome = switch (result.said()) {
            case YES -> CheckOutcome.PASSED;
            case NO -> CheckOutcome.FAILED;
            case NOTHING -> CheckOutcome.ERROR;
        };
        return new Result(outcome, result.detail());
    }

    /** Why a check says yes whatever is there; empty: that was not seen of it. */
    public Optional<String> indifferent(Check check) {
        return check.indifferent(means);
    }

    private record OnReplica(Replica replica, BiFunction<String, Request, Probe> probes, SaidBefore said)
            implements Check.Means {
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
}
