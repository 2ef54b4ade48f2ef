package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.environment.Engine;
import dev.blackstart.testing.FakeEngine;
import dev.blackstart.testing.FakeReplica;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Outcomes;
import dev.blackstart.testing.Program;
import dev.blackstart.testing.SkippingTicker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only backups that come by themselves before the disaster can be missed after it. */
class NewBackupsTest {
    @Test
    void a_control_that_looks_for_a_moment_knows_what_the_drill_itself_has_seen(@TempDir Path directory)
            throws Exception {
        AtomicInteger newest = new AtomicInteger(1);
        EnvironmentDefinition environment =
                Kiosk.in(directory).drill(Path.of(Kiosk.LOST)).environment();
        Map<Backup, Duration> known = new ConcurrentHashMap<>();
        try (FakeEngine engine = new FakeEngine(
                new SkippingTicker(),
                (replica, host) -> host.runs(Program.when("%T@", () -> Outcomes.ok(newest + ".5\n"))))) {
            NewBackups drill = backups(engine, environment, "main", known);
            drill.look();
            newest.incrementAndGet();
            drill.lookAgain(Duration.ofSeconds(40));
            NewBackups control = backups(engine, environment, "without step 1", known);
            control.look();
            control.lookAgain(Duration.ofSeconds(1));

            assertThat(control.within(environment.backups().get(0))).contains(Duration.ofSeconds(80));
        }
    }

    private static NewBackups backups(
            FakeEngine engine, EnvironmentDefinition environment, String attempt, Map<Backup, Duration> known) {
        FakeReplica replica = engine.open(environment, new Engine.Tag("run", attempt), Set.of());
        replica.order("offsite");
        return new NewBackups(replica, environment.backups(), known);
    }
}
