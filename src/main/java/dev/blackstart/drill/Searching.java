package dev.blackstart.drill;

import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;

/** Searches the documents once more after a recovery: a page may have written a secret into them. */
final class Searching implements Part {
    private static final Duration PACKED_WITHIN = Duration.ofMinutes(1);

    private final AttemptContext context;
    private final Furnishing environment;

    Searching(AttemptContext context, Furnishing environment) {
        this.context = context;
        this.environment = environment;
    }

    @Override
    public boolean carryOut() {
        if (context.plan().main()) {
            ByteArrayOutputStream tar = new ByteArrayOutputStream();
            Outcome packed = environment.responder().desk().stream(
                    List.of("tar", "-C", Desk.HOME, "-cf", "-", "documents"), PACKED_WITHIN, tar);
            if (!packed.succeeded()) {
                throw new IllegalStateException("the documents cannot be searched for secrets after the recovery: "
                        + packed.err().strip());
            }
            new PublicPlaces(context.run().secrets().all())
                    .documents(new ByteArrayInputStream(tar.toByteArray()))
                    .forEach(context::record);
        }
        return true;
    }
}
