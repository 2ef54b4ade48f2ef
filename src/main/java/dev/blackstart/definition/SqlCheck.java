package dev.blackstart.definition;

import dev.blackstart.definition.Check.Result.Said;
import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.finding.Place;
import dev.blackstart.machine.Host;
import dev.blackstart.state.Queries;
import dev.blackstart.state.State;
import dev.blackstart.terminal.Excerpt;
import java.util.Optional;

/** A query whose single value, as text, equals {@code equalTo}. */
public record SqlCheck(String name, Held held, String query, String equalTo, Place place) implements Check {
    @Override
    public Optional<Request> request() {
        return Optional.empty();
    }

    @Override
    public Result carryOut(Means means) {
        Optional<Host> host = means.host(held.host());
        if (host.isEmpty()) {
            return new Result(Said.NOTHING, "there is no host " + held.host());
        }
        State state = held.state();
        return state.queries()
                .map(queries -> compared(queries.ask(host.get(), query)))
                .orElseGet(() -> new Result(Said.NOTHING, state.name() + " answers no queries"));
    }

    @Override
    public Optional<String> indifferent(Means means) {
        boolean constant = means.host(held.host())
                .flatMap(host -> held.state().queries().map(queries -> queries.constant(host, query)))
                .orElse(false);
        return constant ? Optional.of("it asks for nothing that the database holds: " + query) : Optional.empty();
    }

    private Result compared(Queries.Answer answer) {
        if (!answer.answered()) {
            return new Result(Said.NOTHING, answer.text());
        }
        if (answer.text().isEmpty()) {
            return new Result(Said.NOTHING, "the query gave nothing to compare: " + query);
        }
        return answer.text().equals(equalTo)
                ? new Result(Said.YES, answer.text())
                : new Result(Said.NO, "expected " + equalTo + ", found " + Excerpt.line(answer.text()));
    }
}
