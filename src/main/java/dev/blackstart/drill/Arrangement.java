package dev.blackstart.drill;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Service;
import dev.blackstart.definition.Service.Role;
import dev.blackstart.environment.Base;
import dev.blackstart.environment.Replica;
import dev.blackstart.recovery.Arrival;
import dev.blackstart.recovery.Responder;
import dev.blackstart.recovery.ThirdParties;
import dev.blackstart.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings a commissioned environment to life in an empty replica, all machines side by side. */
final class Arrangement {
    private final EnvironmentDefinition environment;
    private final Base base;
    private final Map<String, Secret> secrets;

    Arrangement(EnvironmentDefinition environment, Base base, Map<String, Secret> secrets) {
        this.environment = environment;
        this.base = base;
        this.secrets = secrets;
    }

    /**
     * Start everything.
     *
     * @param withheld secrets that nobody can open there
     */
    Responder start(Replica replica, Set<String> survivors, Set<String> withheld) {
        List<Responder> responder = new ArrayList<>();
        List<Runnable> starts = new ArrayList<>();
        for (Service service : environment.services().values()) {
            if (service.role() == Role.HOST) {
                starts.add(() -> replica.restore(service.name(), base));
            } else if (service.role() == Role.THIRD_PARTY) {
                starts.add(() -> replica.order(service.name()));
            } else {
                starts.add(() -> responder.add(furnish(replica, service, survivors)));
            }
        }
        SideBySide.run(starts);
        new ThirdParties(replica, environment).learn(secrets);
        Responder there = responder.get(0);
        withheld.forEach(secret -> there.stores().withhold(there.ground(), secret));
        return there;
    }

    private Responder furnish(Replica replica, Service service, Set<String> survivors) {
        Responder responder = new Responder(replica.order(service.name()), environment, replica::present);
        new Arrival(environment).furnish(responder, base, survivors);
        responder.stores().serve(responder.ground());
        return responder;
    }

    /** The ssh public keys of these people, as their provider knows them. */
    String publicKeys(Responder responder, Set<String> people) {
        if (people.isEmpty()) {
            return "";
        }
        return responder.read(people.stream()
                .sorted()
                .map(person -> "cat ~/documents/people/" + person + ".ssh.pub")
                .reduce((one, other) -> one + "; " + other)
                .orElseThrow());
    }
}
