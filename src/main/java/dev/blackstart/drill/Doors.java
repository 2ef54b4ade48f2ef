package dev.blackstart.drill;

import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.definition.DrillDefinition.Workload;
import dev.blackstart.environment.Endpoint;
import dev.blackstart.environment.Replica;
import dev.blackstart.observe.ErasePlan;
import dev.blackstart.observe.HttpCall;
import dev.blackstart.observe.HttpEndpoint;
import dev.blackstart.observe.HttpProbe;
import dev.blackstart.observe.HttpQuestion;
import dev.blackstart.observe.LedgerPlan;
import dev.blackstart.observe.Probe;
import dev.blackstart.observe.TcpProbe;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leads everything that watches a replica through the witness, by address. */
final class Doors {
    private static final Duration WRITE_WITHIN = Duration.ofSeconds(5);

    /** A service that does not answer is written to no faster than it answers: half a second's writes may be open. */
    private static final double WRITES_AT_ONCE_PER_RATE = 0.5;

    private static final int FEWEST_WRITES_AT_ONCE = 4;

    /** The witness accepts first and hangs up when it finds nobody. */
    private static final Duration TCP_STAYS = Duration.ofMillis(200);

    private final Replica replica;
    private final HttpCall http;

    Doors(Replica replica, HttpCall http) {
        this.replica = replica;
        this.http = http;
    }

    /** Every port that a drill watches. */
    static Set<Endpoint> endpoints(DrillDefinition drill) {
        Set<Endpoint> endpoints = new LinkedHashSet<>();
        drill.steadyState()
                .forEach(state -> endpoints.add(
                        new Endpoint(state.request().service(), state.request().port())));
        drill.workload().ifPresent(load -> endpoints.add(new Endpoint(load.service(), load.port())));
        drill.detections()
                .forEach(detection -> detection
                        .alarm()
                        .request()
                        .ifPresent(asked -> endpoints.add(new Endpoint(asked.service(), asked.port()))));
        drill.verification()
                .forEach(check ->
                        check.request().ifPresent(asked -> endpoints.add(new Endpoint(asked.service(), asked.port()))));
        return endpoints;
    }

    Probe probe(String name, Request request) {
        return request.match(new Request.Cases<>() {
            @Override
            public Probe http(Request.Http asked) {
                return new HttpProbe(
                        name,
                        http,
                        door(asked.service(), asked.port(), asked.tls()),
                        new HttpQuestion(asked.method(), asked.path(), Map.of(), Optional.empty()),
                        asked.status(),
                        asked.contains());
            }

            @Override
            public Probe tcp(Request.Tcp asked) {
                return new TcpProbe(name, replica.address(asked.service(), asked.port()), TCP_STAYS);
            }
        });
    }

    LedgerPlan ledger(Workload load) {
        return new LedgerPlan(
                door(load.service(), load.port(), load.tls()),
                load.method(),
                load.path(),
                load.body(),
                load.readBack(),
                load.headers(),
                load.erase()
                        .map(erase -> new ErasePlan(
                                erase.method(), erase.path(), erase.body(), erase.every(), erase.after())),
                load.perSecond(),
                WRITE_WITHIN,
                (int) Math.max(FEWEST_WRITES_AT_ONCE, Math.ceil(load.perSecond() * WRITES_AT_ONCE_PER_RATE)));
    }

    private HttpEndpoint door(String service, int port, boolean tls) {
        return new HttpEndpoint(tls, replica.address(service, port), service);
    }
}
