package dev.blackstart.drill;

import dev.blackstart.backup.BackupSource;
import dev.blackstart.control.AttemptChanges;
import dev.blackstart.control.Control;
import dev.blackstart.recovery.Responder;
import java.util.ArrayList;
import java.util.List;

/** What a control takes away from a replica that runs, until all of it is given back. */
final class Lack implements AttemptChanges {
    private final AttemptContext context;
    private final Responder responder;
    private final List<Runnable> givingBack = new ArrayList<>();

    private Lack(AttemptContext context, Responder responder) {
        this.context = context;
        this.responder = responder;
    }

    static Lack of(Control control, AttemptContext context, Responder responder) {
        Lack lack = new Lack(context, responder);
        try {
            control.change(lack);
        } catch (RuntimeException e) {
            lack.giveBack();
            throw e;
        }
        return lack;
    }

    @Override
    public void everybodyBack() {
        throw new IllegalStateException("people cannot come and go within a recovery");
    }

    @Override
    public void withhold(String secret) {
        givingBack.add(responder.stores().withhold(responder.ground(), secret)::giveBack);
    }

    @Override
    public void replace(String secret) {
        givingBack.add(new OtherValues(context, responder).put(secret)::giveBack);
    }

    @Override
    public void leaveOut(int step) {
        throw new IllegalStateException("what a step did cannot be given back");
    }

    @Override
    public void olderBackup() {
        throw new IllegalStateException("an older backup belongs to the time before the strike");
    }

    @Override
    public void withoutBackup() {
        context.drill().environment().backups().forEach(backup -> {
            if (context.replica().stands(backup.service())) {
                BackupSource.Restore taken =
                        backup.source().withhold(context.replica().host(backup.service()));
                givingBack.add(taken::giveBack);
            }
        });
    }

    void giveBack() {
        givingBack.forEach(Runnable::run);
        givingBack.clear();
    }
}
