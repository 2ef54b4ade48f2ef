package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.finding.Place;
import java.util.Optional;

/** A request that is answered as stated. */
public record HttpCheck(String name, Request.Http asked, Place place) implements Check {
    private static final String NOWHERE = "/blackstart-asks-for-what-nobody-made";

    @Override
    public Optional<Request> request() {
        return Optional.of(asked);
    }

    @Override
    public Result carryOut(Means means) {
        return means.ask(name, asked);
    }

    /** A page that nobody made must not do as well. */
    @Override
    public Optional<String> indifferent(Means means) {
        if (!asked.method().equals("GET")) {
            return Optional.empty(); // another method may change something there
        }
        Request.Http nowhere = new Request.Http(
                asked.service(), asked.port(), asked.tls(), "GET", NOWHERE, asked.status(), asked.contains());
        return means.ask(name, nowhere).said() == Result.Said.YES
                ? Optional.of("%s, which nobody made, is answered as well as %s".formatted(NOWHERE, asked.path()))
                : Optional.empty();
    }
}
