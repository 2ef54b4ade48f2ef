package dev.blackstart.drill;

import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.journal.Event.Control;
import dev.blackstart.machine.Command;
import java.util.Optional;

/** Changes, right before the strike, what a control is to be without. */
final class Changing implements Part {
    private final AttemptContext context;

    Changing(AttemptContext context) {
        this.context = context;
    }

    @Override
    public boolean carryOut() {
        if (context.plan().control().equals(Optional.of(Control.WITHOUT_BACKUP))) {
            context.drill().environment().backups().forEach(this::empty);
        }
        return true;
    }

    private void empty(Backup backup) {
        var emptied = context.replica()
                .host(backup.service())
                .run(Command.as("root", "find", backup.path(), "-mindepth", "1", "-delete"));
        if (!emptied.succeeded()) {
            throw new IllegalStateException("the backups at " + backup.service() + ":" + backup.path()
                    + " could not be emptied: " + emptied.err().strip());
        }
    }
}
