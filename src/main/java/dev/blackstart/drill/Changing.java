package dev.blackstart.drill;

import dev.blackstart.backup.BackupSource;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import java.util.ArrayList;
import java.util.List;

/** Takes from a control, around the strike, what it is to be without. */
final class Changing implements Part {
    private final AttemptContext context;
    private final List<BackupSource.Restore> kept = new ArrayList<>();

    Changing(AttemptContext context) {
        this.context = context;
    }

    /** Keeps aside, before the workload begins, what the newest backups are to be replaced by. */
    Part keeping() {
        return () -> {
            if (context.plan().olderBackup()) {
                backups()
                        .forEach(backup ->
                                kept.add(backup.source().keep(context.replica().host(backup.service()))));
            }
            return true;
        };
    }

    /** After the strike, once no good backup is made any more; what was lost with its host is gone already. */
    @Override
    public boolean carryOut() {
        kept.forEach(BackupSource.Restore::giveBack);
        if (context.plan().withoutBackup()) {
            backups().stream()
                    .filter(backup -> context.replica().stands(backup.service()))
                    .forEach(backup -> backup.source().empty(context.replica().host(backup.service())));
        }
        return true;
    }

    private List<Backup> backups() {
        return context.drill().environment().backups();
    }
}
