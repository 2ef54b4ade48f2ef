package dev.blackstart.commission;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.environment.Base;
import dev.blackstart.machine.Outcome;
import dev.blackstart.recovery.Responder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Takes what commissioning made from its workstation into the base: documents, stores, keys, values to redact. */
final class Farewell {
    private static final Duration TAKEN_WITHIN = Duration.ofMinutes(1);

    private final Responder workstation;
    private final EnvironmentDefinition environment;

    Farewell(Responder workstation, EnvironmentDefinition environment) {
        this.workstation = workstation;
        this.environment = environment;
    }

    void into(Base base) {
        List<String> arguments = new ArrayList<>();
        arguments.add(environment.inventory().stores().values().stream()
                .flatMap(store -> store.path().stream())
                .collect(Collectors.joining("\n")));
        arguments.addAll(environment.inventory().people().keySet());
        Outcome outcome = workstation.script(Farewell.class, "farewell.sh", "", TAKEN_WITHIN, arguments);
        if (!outcome.succeeded()) {
            throw new IllegalStateException(
                    "what was commissioned cannot be kept: " + outcome.err().strip());
        }
        outcome.out().lines().forEach(line -> write(base, line));
    }

    private static void write(Base base, String line) {
        int bar = line.indexOf('|');
        Path file = base.workstation(line.substring(0, bar)).normalize();
        if (!file.startsWith(base.directory())) {
            throw new IllegalStateException("a name leads out of the base: " + line.substring(0, bar));
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(line.substring(bar + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the base", e);
        }
    }
}
