package dev.blackstart.definition;

import dev.blackstart.definition.Check.Result.Said;
import dev.blackstart.definition.DrillDefinition.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A query that no longer yields what it always has to, or that the database does not answer any more. */
public record InvariantAlarm(SqlCheck check) implements Alarm {
    @Override
    public Optional<Request> request() {
        return Optional.empty();
    }

    /** It is asked on the database's host: where that is gone, nobody asks. */
    @Override
    public Heard hear(String name, Check.Means means, Duration within) {
        if (means.host(check.held().host()).isEmpty()) {
            return new Heard(false, "there is no host " + check.held().host());
        }
        Check.Result result = check.carryOut(means);
        return new Heard(result.said() != Said.YES, result.detail());
    }

    @Override
    public List<Supplier<Optional<String>>> silences(String name, Check.Means means, Duration within) {
        return List.of(
                () -> hear(name, means, within).why(),
                () -> check.indifferent(means).map(why -> "it would be silent whatever is there: " + why));
    }
}
