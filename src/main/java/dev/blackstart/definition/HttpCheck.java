package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.finding.Place;
import java.util.Optional;

/** A request that is answered as stated. */
public record HttpCheck(String name, Request.Http asked, Place place) implements Check {
    @Override
    public Optional<Request> request() {
        return Optional.of(asked);
    }

    @Override
    public Result carryOut(Means means) {
        return means.ask(name, asked);
    }
}
