package dev.blackstart.drill;

import dev.blackstart.clock.Await;
import dev.blackstart.clock.Await.Answer;
import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Waits until a new backup comes by itself: a system that is back without backups is lost by the next disaster. */
final class BackingUpAgain implements Part {
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);

    private final AttemptContext context;
    private final NewBackups backups;

    BackingUpAgain(AttemptContext context, NewBackups backups) {
        this.context = context;
        this.backups = backups;
    }

    @Override
    public boolean carryOut() {
        List<Backup> all = context.drill().environment().backups();
        if ((context.plan().main() || !context.plan().leftOut().isEmpty()) && !all.isEmpty()) {
            context.waiting(Stage.BACKUP, () -> {
                SideBySide.run(all.stream()
                        .map(backup -> (Runnable) () -> context.record(await(backup)))
                        .toList());
                return true;
            });
        }
        return true;
    }

    private Event await(Backup backup) {
        Optional<Duration> within = backups.within(backup);
        Instant recovered = backups.newest(backup).orElse(Instant.MIN);
        boolean came = within.isPresent()
                && new Await(context.ticker())
                        .until(
                                within.get(),
                                AGAIN_AFTER,
                                () -> backups.newest(backup)
                                                .filter(recovered::isBefore)
                                                .isPresent()
                                        ? Answer.yes()
                                        : Answer.notYet("none came"))
                        .held();
        return new Event.BackupAwaited(backup.service(), backup.source().name(), came, within, backup.place());
    }
}
