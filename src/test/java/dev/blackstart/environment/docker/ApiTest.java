package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.Engine.Tag;
import dev.blackstart.environment.EngineException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class ApiTest {
    private static final Tag TAG = new Tag("run-1", "attempt");

    @TempDir
    private Path directory;

    @Test
    void no_engine_is_said_with_a_hint() {
        URI nowhere = URI.create("unix://" + directory.resolve("nothing.sock"));
        assertThatThrownBy(() -> Api.connect(EngineAddress.of(nowhere)))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.hint()).contains("doctor"))
                .hasMessageContaining("the engine is gone");
    }

    @Test
    void an_engine_that_vanishes_is_said_to_be_gone() throws IOException {
        assertThatThrownBy(() -> asked(EngineStub.HANG_UP, Duration.ofSeconds(10)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("the engine is gone: it did not list containers");
    }

    @Test
    void an_engine_that_hangs_is_waited_for_no_longer_than_allowed() throws IOException {
        assertThatThrownBy(() -> asked(EngineStub.SILENCE, Duration.ofMillis(200)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("the engine did not list containers within");
    }

    @Test
    void a_refusal_is_told_in_the_engines_own_words() throws IOException {
        assertThatThrownBy(() -> asked(EngineStub.json(500, "{\"message\":\"disk full\"}"), Duration.ofSeconds(10)))
                .isInstanceOf(EngineException.class)
                .hasMessage("the engine did not list containers: disk full");
    }

    /** A run was interrupted while the engine made a network for it; what was removed then did not hold that network yet. */
    @Test
    void what_the_engine_is_asked_to_make_is_waited_for_although_who_asked_was_interrupted() throws Exception {
        try (EngineStub engine = new EngineStub(directory).on("/containers", EngineStub.json(200, "[]"));
                Api api = Api.connect(engine.address())) {
            CountDownLatch held = engine.hold();
            Thread maker = new Thread(() -> assertThatThrownBy(() -> api.make(
                            TAG,
                            "make something",
                            docker -> docker.listContainersCmd().exec()))
                    .isInstanceOf(EngineException.class));
            maker.start();
            Awaitility.await().until(() -> !engine.requests("/containers").isEmpty());
            maker.interrupt();
            maker.join();

            Thread closing = new Thread(() -> api.gate().close(TAG.run(), Duration.ofMinutes(1), Ticker.system()));
            closing.start();
            Awaitility.await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
            held.countDown();
            closing.join();
        }
    }

    private void asked(String answer, Duration limit) throws IOException {
        try (EngineStub engine = new EngineStub(directory).on("/containers", answer);
                Api api = Api.connect(engine.address())) {
            assertThat(api.version()).isEqualTo("1.41");
            api.call(
                    "list containers",
                    limit,
                    docker -> docker.listContainersCmd().exec());
        }
    }
}
