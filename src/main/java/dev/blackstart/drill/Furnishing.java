package dev.blackstart.drill;

import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import dev.blackstart.recovery.Responder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings the commissioned environment to life, and proves that nothing leads out of it. */
final class Furnishing implements Part {
    private final AttemptContext context;
    private @Nullable Responder responder;

    Furnishing(AttemptContext context) {
        this.context = context;
    }

    @Override
    public boolean carryOut() {
        responder = context.stage(Stage.ENVIRONMENT, () -> {
            Responder furnished = context.meter()
                    .spend(
                            Meter.Kind.ENGINE,
                            () -> context.run()
                                    .arrangement()
                                    .start(
                                            context.replica(),
                                            context.team().survivors(),
                                            context.plan().withheld()));
            OtherValues others = new OtherValues(context, furnished);
            context.plan().replaced().forEach(others::put);
            context.record(new Event.IsolationProved(context.replica().proveIsolation()));
            return furnished;
        });
        return true;
    }

    /** The survivors' workstation. */
    Responder responder() {
        return Objects.requireNonNull(responder);
    }
}
