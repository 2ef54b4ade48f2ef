package dev.blackstart.verification;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Service;
import dev.blackstart.environment.Replica;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every database that the environment declares, without a line of configuration. */
public final class Databases {
    private final EnvironmentDefinition environment;
    private final Replica replica;
    private final String token;

    /** @param token what every row of the workload holds in its text; any unlikely text where there is no workload */
    public Databases(EnvironmentDefinition environment, Replica replica, String token) {
        this.environment = environment;
        this.replica = replica;
        this.token = token;
    }

    /** Take a fingerprint of each, by host; throws {@link VerificationException} where one cannot be read. */
    public Map<String, Fingerprint> fingerprints() {
        Map<String, Fingerprint> fingerprints = new ConcurrentHashMap<>();
        SideBySide.run(hosts().stream()
                .map(service -> (Runnable) () -> fingerprints.put(service.name(), take(service)))
                .toList());
        return fingerprints;
    }

    private Fingerprint take(Service service) {
        if (!replica.stands(service.name())) {
            throw new VerificationException("there is no host " + service.name(), "");
        }
        return new PostgresFingerprint(
                        replica.host(service.name()),
                        service.database().orElseThrow().name(),
                        token)
                .take();
    }

    private List<Service> hosts() {
        return environment.services().values().stream()
                .filter(service -> service.database().isPresent())
                .toList();
    }

    /** The name of a host's database. */
    public String name(String host) {
        return java.util.Optional.ofNullable(environment.services().get(host))
                .flatMap(Service::database)
                .map(Service.Database::name)
                .orElse("");
    }
}
