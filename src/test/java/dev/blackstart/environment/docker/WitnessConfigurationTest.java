package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.environment.Endpoint;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WitnessConfigurationTest {
    @Test
    void each_endpoint_has_a_port_that_leads_to_an_address_and_is_tried_once() {
        Endpoint endpoint = new Endpoint("db", 5432);
        assertThat(Witness.configuration(Map.of(endpoint, "10.1.2.11:5432"), Map.of(endpoint, 10_000)))
                .contains("retries 0", "timeout connect 1s")
                .endsWith("""
                        listen db-5432
                          bind 0.0.0.0:10000
                          server there 10.1.2.11:5432
                        """);
    }
}
