package dev.blackstart.recovery;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.environment.Base;
import dev.blackstart.machine.Archive;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import dev.blackstart.store.PersonalKeys;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Furnishes a responder with exactly what survivors have after a disaster: the public documents as they stand today, the
 * stores, and the personal keys of the people who are there.
 */
public final class Arrival {
    /** In a base's workstation: a tar of the public documents. */
    public static final String DOCUMENTS = "documents.tar";

    /** In a base's workstation: a directory a person, with their keys. */
    public static final String PEOPLE = "people";

    /** In a base's workstation: a directory a store, with what outlives every disaster of it. */
    public static final String STORES = "stores";

    private static final String INVENTORY = "documents/secrets.yaml";
    private static final String RUNBOOKS = "documents/runbooks/";
    private static final Duration FURNISHED_WITHIN = Duration.ofMinutes(1);

    private final EnvironmentDefinition environment;

    public Arrival(EnvironmentDefinition environment) {
        this.environment = environment;
    }

    /** Furnish the workstation that an environment is commissioned from: today's documents only. */
    public void furnish(Responder responder) {
        Archive archive = new Archive();
        addToday(archive);
        unpack(responder, archive);
        new PersonalKeys(responder.desk()).arrive(Path.of(PEOPLE), Set.of());
    }

    /** Furnish a survivors' workstation; the machines around it need not stand yet. */
    public void furnish(Responder responder, Base base, Set<String> survivors) {
        Archive archive = new Archive();
        addKept(archive, base);
        addToday(archive);
        unpack(responder, archive);
        new PersonalKeys(responder.desk()).arrive(base.workstation(PEOPLE), survivors);
        responder.stores().arrive(responder.ground(), base.workstation(STORES));
    }

    private static void unpack(Responder responder, Archive archive) {
        Outcome outcome = responder
                .desk()
                .run(archive.base64(), FURNISHED_WITHIN, Scripts.bash(Arrival.class, "welcome.sh", List.of()));
        if (!outcome.succeeded()) {
            throw new IllegalStateException("the responder could not be furnished: " + outcome.err());
        }
    }

    /** What was put among the documents while commissioning. */
    private static void addKept(Archive archive, Base base) {
        Path documents = base.workstation(DOCUMENTS);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(documents));
                TarArchiveInputStream in = new TarArchiveInputStream(bytes)) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (entry.isFile() && !name.startsWith(RUNBOOKS) && !name.equals(INVENTORY)) {
                    archive.add(name, in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the documents of the base", e);
        }
    }

    /** The inventory, and everything below {@code runbooks/}: pages refer to pictures and tables beside them. */
    private void addToday(Archive archive) {
        Path runbooks = environment.directory().resolve("runbooks");
        try (Stream<Path> all = Files.walk(runbooks)) {
            archive.add(INVENTORY, Files.readAllBytes(environment.inventory().file()));
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                archive.add(RUNBOOKS + runbooks.relativize(file), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot gather what the responder is furnished with", e);
        }
    }
}
