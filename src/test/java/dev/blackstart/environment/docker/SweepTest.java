package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.environment.Engine;
import dev.blackstart.environment.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("container")
final class SweepTest {
    private final DockerEngine engine = SmallEnvironment.engine();
    private final String dead = "test-" + UUID.randomUUID();
    private final String alive = "test-" + UUID.randomUUID();
    private final Replica left = open(dead);
    private final Replica live = open(alive);

    @AfterEach
    void close() {
        left.close();
        live.close();
        engine.close();
    }

    @Test
    void what_a_dead_run_left_goes_and_a_live_run_is_left_alone() {
        left.order("web");
        live.order("desk");
        List<String> said = new ArrayList<>();
        engine.sweep(run -> run.equals(dead), said::add);

        assertThat(left.remains().none()).isTrue();
        assertThat(live.remains()).isEqualTo(new Replica.Remains(1, 2, 0));
        assertThat(said)
                .contains("removed 1 container, 2 networks, 1 volume of run " + dead + ", whose owner is dead")
                .contains("run " + alive + " is not known to be dead: left alone");
    }

    @Test
    void closing_twice_is_as_good_as_once_and_touches_no_other_run() {
        left.order("desk");
        left.close();
        left.close();
        assertThat(left.remains().none()).isTrue();
        assertThat(live.remains().networks()).isEqualTo(2);
    }

    private Replica open(String run) {
        return engine.open(SmallEnvironment.definition(), new Engine.Tag(run, "sweep"), Set.of());
    }
}
