package dev.blackstart.definition;

import dev.blackstart.definition.Check.Result.Said;
import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.finding.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A page that is no longer answered as stated, such as one that says how a service is. */
public record PageAlarm(Request.Http asked, Place place) implements Alarm {
    @Override
    public Optional<Request> request() {
        return Optional.of(asked);
    }

    /** A service that is silent raises it as well. */
    @Override
    public Heard hear(String name, Check.Means means, Duration within) {
        Check.Result result = means.ask(name, asked);
        return new Heard(result.said() != Said.YES, result.detail());
    }

    @Override
    public List<Supplier<Optional<String>>> silences(String name, Check.Means means, Duration within) {
        return List.of(
                () -> hear(name, means, within).why(),
                () -> new HttpCheck(name, asked, place)
                        .indifferent(means)
                        .map(why -> "it would be silent whatever is there: " + why));
    }
}
