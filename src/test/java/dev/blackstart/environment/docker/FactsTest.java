package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.environment.Engine.Facts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("container")
final class FactsTest {
    @Test
    void an_engine_that_runs_these_tests_misses_nothing() {
        try (DockerEngine engine = SmallEnvironment.engine()) {
            Facts facts = engine.facts();
            assertThat(facts.missing()).isEmpty();
            assertThat(facts.systemd()).isNotEmpty();
            assertThat(facts.apiVersion()).matches("1\\.\\d+");
            assertThat(facts.cores()).isPositive();
            assertThat(facts.memoryBytes()).isPositive();
        }
    }
}
