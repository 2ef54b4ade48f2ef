package dev.blackstart.drill;

/** Changes, right before the strike, what a control is to be without. */
final class Changing implements Part {
    private final AttemptContext context;

    Changing(AttemptContext context) {
        this.context = context;
    }

    @Override
    public boolean carryOut() {
        if (context.plan().withoutBackup()) {
            context.drill()
                    .environment()
                    .backups()
                    .forEach(backup -> backup.source().empty(context.replica().host(backup.service())));
        }
        return true;
    }
}
