package dev.blackstart.drill;

import dev.blackstart.backup.BackupSource;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import java.util.ArrayList;
import java.util.List;

/** Changes, around the strike, what a control is to be without. */
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

    @Override
    public boolean carryOut() {
        if (context.plan().withoutBackup()) {
            backups().forEach(backup -> backup.source().empty(context.replica().host(backup.service())));
        }
        return true;
    }

    /** Puts what was kept in the place of the newest, once nobody can add to it any more. */
    Part ageing() {
        return () -> {
            kept.forEach(BackupSource.Restore::giveBack);
            return true;
        };
    }

    private List<Backup> backups() {
        return context.drill().environment().backups();
    }
}
