package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.environment.Base;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.Replica;
import dev.blackstart.machine.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is lost is gone, and what is not gone is told: by what the engine has, not by what it was asked to remove. */
@Tag("container")
class WhatIsLostTest {
    private static final String SHARED = "exports";

    private DockerEngine engine;
    private Replica replica;
    private Engine.Tag tag;

    @BeforeEach
    void open() {
        engine = SmallEnvironment.engine();
        var environment = SmallEnvironment.sharing(SHARED);
        engine.build(environment, line -> {});
        tag = new Engine.Tag("test-" + UUID.randomUUID(), "losses");
        replica = engine.open(environment, tag, Set.of());
        SideBySide.each(List.of("web", "store"), replica::order);
    }

    @AfterEach
    void close() {
        replica.close();
        assertThat(replica.remains().none()).isTrue();
        engine.close();
    }

    @Test
    void a_volume_that_a_standing_host_mounts_lives_on_and_is_told_with_who_mounts_it() {
        replica.lose("store");

        Replica.Traces traces = replica.look(Set.of("store"));

        assertThat(traces.gone()).containsExactlyInAnyOrder("the container of store", "the volume store-data");
        assertThat(traces.left()).isEmpty();
        assertThat(traces.shared()).containsOnlyKeys(SHARED).containsEntry(SHARED, Set.of("web"));
    }

    @Test
    void a_volume_goes_with_the_last_of_those_that_mounted_it() {
        SideBySide.each(List.of("web", "store"), replica::lose);

        Replica.Traces traces = replica.look(Set.of("web", "store"));

        assertThat(traces.left()).isEmpty();
        assertThat(traces.shared()).isEmpty();
        assertThat(traces.gone())
                .containsExactlyInAnyOrder(
                        "the container of store",
                        "the container of web",
                        "the volume exports",
                        "the volume store-data",
                        "the volume web-data");
    }

    /** Filled from one snapshot: two that fill it side by side are in each other's way. */
    @Test
    void what_a_volume_of_several_machines_held_comes_back_once_before_any_of_them_starts(@TempDir Path directory) {
        replica.host("store")
                .run(Command.as("root", "sh", "-euc", "for i in $(seq 500); do echo $i > /srv/exports/$i; done"));
        Base base = new Base(directory.resolve("base"));
        replica.keep(base, Set.of("web", "store"));
        replica.close();
        tag = new Engine.Tag(tag.run(), "restored");
        replica = engine.open(SmallEnvironment.sharing(SHARED), tag, Set.of());

        SideBySide.each(List.of("web", "store"), service -> replica.restore(service, base));

        for (String service : List.of("web", "store")) {
            assertThat(replica.host(service)
                            .run(Command.as("root", "sh", "-c", "ls /srv/exports | wc -l"))
                            .out()
                            .strip())
                    .isEqualTo("500");
        }
    }

    @Test
    void what_could_not_be_removed_is_seen() {
        String volume = Labels.name(tag, "store-data");
        try (Api api = Api.connect(EngineSearch.ofThisUser().find())) {
            String user = api.call(
                    "create a container that uses the volume",
                    docker -> docker.createContainerCmd(docker.inspectContainerCmd(Labels.name(tag, "web"))
                                    .exec()
                                    .getImageId())
                            .withCmd("true")
                            .withLabels(Labels.of(tag))
                            .withHostConfig(com.github.dockerjava.api.model.HostConfig.newHostConfig()
                                    .withBinds(com.github.dockerjava.api.model.Bind.parse(volume + ":/mnt")))
                            .exec()
                            .getId());
            replica.lose("store");

            assertThat(replica.look(Set.of("store")).left()).containsExactly("the volume store-data");
            assertThat(user).isNotEmpty();
        }
    }
}
