package dev.blackstart.commission;

import dev.blackstart.environment.Base;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Outcome;
import dev.blackstart.recovery.Arrival;
import dev.blackstart.recovery.Responder;
import dev.blackstart.secret.OwnFiles;
import dev.blackstart.secret.Secret;
import dev.blackstart.store.PersonalKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Takes from the commissioning workstation into the base what outlives every disaster: documents, stores, people's keys. */
final class Farewell {
    private static final Duration TAKEN_WITHIN = Duration.ofMinutes(1);

    private final Responder workstation;

    Farewell(Responder workstation) {
        this.workstation = workstation;
    }

    /** @param keys of people, by person and kind */
    void into(Base base, Map<String, Secret> keys) {
        documents(base);
        PersonalKeys.keep(keys, base.workstation(Arrival.PEOPLE));
        workstation.stores().keep(workstation.ground(), base.workstation(Arrival.STORES));
    }

    private void documents(Base base) {
        try (OutputStream tar = OwnFiles.create(base.workstation(Arrival.DOCUMENTS))) {
            Outcome outcome = workstation.desk().stream(
                    List.of("tar", "-C", Desk.HOME, "-cf", "-", "documents"), TAKEN_WITHIN, tar);
            if (!outcome.succeeded()) {
                throw new IllegalStateException(
                        "what was commissioned cannot be kept: " + outcome.err().strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the base", e);
        }
    }
}
