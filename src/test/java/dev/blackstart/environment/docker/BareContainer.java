package dev.blackstart.environment.docker;

import com.github.dockerjava.api.model.HostConfig;
import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.Engine.Tag;
import java.util.Map;
import java.util.UUID;

/** A container of the base image without anything around it, labelled as a run's and removed when closed. */
final class BareContainer implements AutoCloseable {
    private static final String IMAGE = BaseImage.Names.USUAL.bootstrapped();

    final Api api = Api.connect(EngineSearch.ofThisUser().find());
    final Tag tag = new Tag("test-" + UUID.randomUUID(), "bare");
    final Ticker ticker = Ticker.system();
    final String id;

    BareContainer() {
        id = api.call("start a test's container", docker -> {
            String created = docker.createContainerCmd(IMAGE)
                    .withLabels(Labels.of(tag, "bare"))
                    .withCmd("sleep", "infinity")
                    .withHostConfig(new HostConfig()
                            .withInit(true)
                            .withNetworkMode("none")
                            .withTmpFs(Map.of("/run/secrets", "")))
                    .exec()
                    .getId();
            docker.startContainerCmd(created).exec();
            return created;
        });
    }

    DockerHost host() {
        return new DockerHost("bare", id, new Exec(api, ticker));
    }

    void kill() {
        api.tell(
                "kill a test's container", docker -> docker.killContainerCmd(id).exec());
    }

    @Override
    public void close() {
        api.tell(
                "remove a test's container",
                docker -> docker.removeContainerCmd(id).withForce(true).exec());
        api.close();
    }
}
