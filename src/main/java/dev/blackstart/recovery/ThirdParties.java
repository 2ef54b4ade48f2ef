package dev.blackstart.recovery;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Service;
import dev.blackstart.environment.Replica;
import dev.blackstart.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Somebody else's services know the secrets that they share with us; no disaster of ours takes them away. */
public final class ThirdParties {
    private final Replica replica;
    private final EnvironmentDefinition environment;

    public ThirdParties(Replica replica, EnvironmentDefinition environment) {
        this.replica = replica;
        this.environment = environment;
    }

    /** Put each third party's secrets to {@code /run/secrets/NAME}, which is on tmpfs. */
    public void learn(Map<String, Secret> values) {
        learn(values, (service, name) -> {
            throw new RecoveryException(
                    "the stand-in " + service + " needs " + name + ", which commissioning did not make");
        });
    }

    /** The same with those that there are by now, while others are still to be made. */
    public void learnSoFar(Map<String, Secret> values) {
        learn(values, (service, name) -> {});
    }

    private void learn(Map<String, Secret> values, BiConsumer<String, String> missing) {
        List<Service> thirdParties = environment.services().values().stream()
                .filter(service -> service.role() == Service.Role.THIRD_PARTY)
                .toList();
        SideBySide.each(
                thirdParties,
                service -> service.secrets().forEach(name -> {
                    Secret value = values.get(name);
                    if (value == null) {
                        missing.accept(service.name(), name);
                    } else {
                        replica.host(service.name()).write("/run/secrets/" + name, value.revealBytes(), "root", 0400);
                    }
                }));
    }
}
