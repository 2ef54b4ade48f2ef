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

/** A run goes on only where the disaster took what it was to take. */
class WhatIsLostIsGoneTest {
    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
    }

    @Test
    void what_is_told_of_a_strike_was_looked_for_in_the_engine() throws IOException {
        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);

        assertThat(rehearsal.engine().done()).containsSubsequence("main: lose db", "main: look for what was lost");
        assertThat(run.events(Event.Damaged.class))
                .singleElement()
                .satisfies(damaged -> assertThat(damaged.what()).endsWith("and gone: the container of db"));
    }

    @Test
    void nobody_recovers_from_a_loss_that_was_none() throws IOException {
        rehearsal.engine().outliving("the volume db-data");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("loss-survived");
        assertThat(run.events(Event.StepStarted.class)).isEmpty();
        assertThat(run.judgement().findings().get(0).message())
                .isEqualTo("the loss of db did not take everything: the engine still has the volume db-data");
    }

    @Test
    void a_disk_that_a_standing_host_has_too_is_no_loss() throws IOException {
        rehearsal.engine().sharing("db-data", "offsite");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.judgement().findings())
                .filteredOn(finding -> finding.code().word().equals("loss-survived"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .isEqualTo(
                                    "the loss of db did not take the volume db-data: offsite stands and mounts it too");
                    assertThat(finding.place().fileAndLine()).contains(Kiosk.LOST);
                });
    }
}
