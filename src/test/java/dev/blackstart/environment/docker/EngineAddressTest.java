package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.environment.EngineException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineAddressTest {
    @Test
    void what_is_declared_is_taken() {
        assertThat(EngineAddress.find(Map.of("DOCKER_HOST", "tcp://engine.example.org:2375")))
                .isEqualTo(URI.create("tcp://engine.example.org:2375"));
    }

    @Test
    void without_a_declaration_it_is_a_socket(@TempDir Path runtime) throws java.io.IOException {
        Files.createFile(runtime.resolve("docker.sock"));
        assertThat(EngineAddress.find(Map.of("XDG_RUNTIME_DIR", runtime.toString())))
                .hasScheme("unix");
    }

    @Test
    void an_address_that_cannot_be_used_says_what_can() {
        assertThatThrownBy(() -> EngineAddress.find(Map.of("DOCKER_HOST", "ssh://somewhere")))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.hint()).contains("ssh -L"));
    }

    @Test
    void ports_are_published_where_the_engine_is() {
        assertThat(EngineAddress.publishedHost(URI.create("unix:///var/run/docker.sock")))
                .isEqualTo("127.0.0.1");
        assertThat(EngineAddress.publishedHost(URI.create("tcp://engine:2375"))).isEqualTo("engine");
        assertThat(EngineAddress.remote(URI.create("tcp://127.0.0.1:2375"))).isFalse();
        assertThat(EngineAddress.remote(URI.create("tcp://engine:2375"))).isTrue();
    }
}
