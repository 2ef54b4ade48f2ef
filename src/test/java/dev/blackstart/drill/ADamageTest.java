package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill in which data is damaged while everything runs on. */
class ADamageTest {
    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
    }

    @Test
    void a_damage_that_is_noticed_and_mended_passes() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.DAMAGED);

        assertThat(run.codes()).containsExactly("secrets-unproven");
        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.events(Event.Damaged.class))
                .singleElement()
                .satisfies(
                        damaged -> assertThat(damaged.what()).startsWith("db: ").contains("table orders"));
        assertThat(run.events(Event.Detected.class)).singleElement().satisfies(detected -> {
            assertThat(detected.noticed()).isTrue();
            assertThat(detected.evidence()).isEqualTo("ERROR:  invalid page in block 5 of relation base/5/16384");
        });
        assertThat(run.control("without a backup").verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_detector_that_sees_nothing_fails_the_drill() throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.DAMAGED,
                        "run: check-pages, expect: invalid page, within: 60s",
                        "run: echo all is well, expect: invalid page, within: 5s");

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.DAMAGED);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("not-detected");
        assertThat(run.events(Event.Detected.class))
                .singleElement()
                .satisfies(detected -> assertThat(detected.evidence()).isEqualTo("said: all is well"));
    }

    @Test
    void a_damage_that_nobody_mends_makes_the_database_unreadable() throws IOException {
        rehearsal.kiosk().replace(Kiosk.MEND, "pass show backup-passphrase | fetch-backup db", "echo never mind");

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.DAMAGED);

        assertThat(run.verdict()).isNotEqualTo(Verdict.PASSED);
        assertThat(run.codes()).contains("state-unreadable");
    }
}
