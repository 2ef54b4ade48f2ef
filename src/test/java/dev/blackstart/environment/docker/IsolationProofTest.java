package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.environment.Endpoint;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.IsolationException;
import dev.blackstart.environment.Replica;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("container")
final class IsolationProofTest {
    private static final EngineAddress ADDRESS = EngineSearch.ofThisUser().find();

    private final Engine.Tag tag = new Engine.Tag("test-" + UUID.randomUUID(), "proof");
    private final DockerEngine engine = SmallEnvironment.engine();
    private Replica replica;

    @BeforeEach
    void open() {
        replica = engine.open(SmallEnvironment.definition(), tag, Set.of(new Endpoint("web", 8080)));
        replica.order("web");
        replica.order("desk");
    }

    @AfterEach
    void close() {
        replica.close();
        engine.close();
    }

    @Test
    void a_replica_is_sealed_until_somebody_connects_a_network() {
        assertThat(replica.proveIsolation())
                .anyMatch(sentence -> sentence.contains("desk, web is internal"))
                .anyMatch(sentence -> sentence.contains("no default route"))
                .anyMatch(sentence -> sentence.contains("no engine socket"))
                .anyMatch(sentence -> sentence.contains("publishes ports on loopback only"))
                .anyMatch(sentence -> sentence.contains("the engine asks nobody"))
                .anyMatch(sentence -> sentence.startsWith("Each has a limit"));

        try (Api api = Api.connect(ADDRESS)) {
            api.tell("open a way out", docker -> {
                String network = docker.createNetworkCmd()
                        .withName(Labels.name(tag, "way-out"))
                        .withLabels(Labels.of(tag))
                        .exec()
                        .getId();
                docker.connectToNetworkCmd()
                        .withNetworkId(network)
                        .withContainerId(Labels.name(tag, "desk"))
                        .exec();
            });
        }
        assertThatThrownBy(replica::proveIsolation)
                .isInstanceOfSatisfying(
                        IsolationException.class,
                        e -> assertThat(e.waysOut())
                                .anyMatch(way -> way.matches("desk is on the network .*way-out, which is not internal"))
                                .anyMatch(way -> way.matches("desk has a default route through eth\\d to [0-9.]+"))
                                .hasSize(2));
    }
}
