package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    @ParameterizedTest
    @CsvSource({"db, db", "plausible_db, plausible-db", "_shop.db-1_, shop-db-1", "a__b, a-b"})
    void images_and_machines_have_names_that_every_engine_takes(String service, String slug) {
        assertThat(Labels.slug(service)).isEqualTo(slug);
    }
}
