package dev.blackstart.environment.docker;

import static dev.blackstart.environment.docker.EngineStub.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.environment.Replica.Remains;
import dev.blackstart.testing.FakeTicker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class RemovalTest {
    private static final Map<String, String> MINE = Map.of(Labels.RUN, "mine");
    private static final String NONE = json(200, "[]");
    private static final String ONE = json(200, "[{\"Id\":\"c1\"}]");
    private static final String DONE = json(204, "");

    private final FakeTicker ticker = new FakeTicker();

    @TempDir
    private Path directory;

    private EngineStub engine;
    private Api api;
    private Removal removal;

    @BeforeEach
    void connect() throws IOException {
        engine = new EngineStub(directory)
                .on("/containers/json", NONE)
                .on("/networks", NONE)
                .on("/volumes", json(200, "{\"Volumes\":null}"));
        api = Api.connect(engine.address());
        removal = new Removal(api, ticker);
    }

    @AfterEach
    void close() throws IOException {
        api.close();
        engine.close();
    }

    @Test
    void what_is_not_there_is_not_removed() {
        assertThat(removal.remove(MINE, Duration.ofSeconds(60)).none()).isTrue();
        assertThat(engine.requests("DELETE")).isEmpty();
    }

    @Test
    void containers_networks_and_volumes_go() {
        engine.on("/containers/json", ONE, NONE)
                .on("/networks?", json(200, "[{\"Id\":\"n1\"}]"), NONE)
                .on("/volumes?", json(200, "{\"Volumes\":[{\"Name\":\"v1\"}]}"), json(200, "{\"Volumes\":[]}"))
                .on("DELETE", DONE);
        assertThat(removal.remove(MINE, Duration.ofSeconds(60)).none()).isTrue();
        assertThat(engine.requests("DELETE"))
                .extracting(request -> request.line().replaceAll(".*/(\\w+/\\w+).*", "$1"))
                .contains("containers/c1", "networks/n1", "volumes/v1");
    }

    @Test
    void what_is_in_the_way_is_tried_again_until_it_goes() {
        engine.on("/containers/json", ONE, ONE, ONE, NONE)
                .on("DELETE", json(409, "{\"message\":\"in progress\"}"), DONE);
        assertThat(removal.remove(MINE, Duration.ofSeconds(60)).none()).isTrue();
        assertThat(engine.requests("DELETE")).hasSize(2);
    }

    @Test
    void what_does_not_go_within_the_budget_is_told() {
        engine.on("/containers/json", ONE).on("DELETE", json(409, "{\"message\":\"in use\"}"));
        assertThat(removal.remove(MINE, Duration.ofSeconds(1))).isEqualTo(new Remains(1, 0, 0));
        assertThat(ticker.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    /** Engines miscount endpoints now and then, and keep such a network until they are restarted. */
    @Test
    void a_network_that_stays_although_nothing_is_on_it_is_given_up_soon() {
        engine.on("/networks?", json(200, "[{\"Id\":\"n1\"}]"))
                .on("DELETE", json(403, "{\"message\":\"network n1 has active endpoints\"}"));
        assertThat(removal.remove(MINE, Duration.ofSeconds(60))).isEqualTo(new Remains(0, 1, 0));
        assertThat(ticker.elapsed()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }

    @Test
    void without_a_runs_label_nothing_is_even_looked_for() {
        assertThatThrownBy(() -> removal.find(Map.of(Labels.SERVICE, "db")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
