package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import dev.blackstart.journal.Event;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlanEventTest {
    @Test
    void what_a_drill_takes_for_granted_stands_in_its_plan() {
        assertThat(plan("lost-database-server").assumptions())
                .anySatisfy(line -> assertThat(line).contains("images of all hosts are at hand"))
                .anySatisfy(line -> assertThat(line).contains("provider answers at once"))
                .anySatisfy(line -> assertThat(line).contains("Names are resolved"))
                .anySatisfy(line -> assertThat(line).contains("personal keys have no passphrase"))
                .anySatisfy(line -> assertThat(line).contains("Any TLS certificate is accepted"))
                .anySatisfy(line -> assertThat(line).contains("stripe is a stand-in"));
    }

    @Test
    void every_documented_secret_stands_in_the_plan_with_its_place() {
        DrillDefinition drill = RepositoryDrills.named("lost-database-server");
        assertThat(plan("lost-database-server").secrets())
                .hasSameSizeAs(drill.environment().inventory().secrets().entrySet())
                .allSatisfy(secret -> {
                    assertThat(secret.place().file()).isEqualTo(Path.of("environments/snowdrift/secrets.yaml"));
                    assertThat(secret.place().line()).isPositive();
                });
    }

    @Test
    void a_plan_names_its_files_as_seen_from_the_checkout() {
        assertThat(plan("lost-admin").place().file()).isEqualTo(Path.of("drills/lost-admin.drill.yaml"));
    }

    @Test
    void only_who_has_a_volume_or_holds_something_loses_data() {
        assertThat(plan("lost-database-server").losesData()).isTrue();
        assertThat(plan("lost-app-server").losesData()).isFalse();
    }

    private static Event.RunStarted plan(String name) {
        DrillDefinition drill = RepositoryDrills.named(name);
        RunOptions options = new RunOptions(Path.of("reports"), true, false, 7);
        return new PlanEvent(drill, Team.of(drill).get(0), options).event(name + "-1", Instant.EPOCH, "no engine");
    }
}
