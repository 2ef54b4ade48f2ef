package dev.blackstart.drill;

import dev.blackstart.environment.Base;
import dev.blackstart.journal.Event;
import dev.blackstart.recovery.Arrival;
import dev.blackstart.secret.Leak;
import dev.blackstart.secret.Secret;
import dev.blackstart.secret.SecretScan;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Searches what everybody may read for the values of secrets: documents, and what images are built from. */
final class PublicPlaces {
    /** Bytes; larger files are no documents. */
    private static final long LARGEST = 16L << 20;

    private final SecretScan scan;

    PublicPlaces(Collection<Secret> secrets) {
        this.scan = SecretScan.of(secrets);
    }

    /** Search all that everybody may read before anything is destroyed; {@code environment}: its directory. */
    List<Event.SecretShown> all(Path environment, Base base) {
        List<Event.SecretShown> shown = new ArrayList<>(environment(environment));
        try (InputStream documents = Files.newInputStream(base.workstation(Arrival.DOCUMENTS))) {
            shown.addAll(documents(documents));
        } catch (IOException e) {
            throw new UncheckedIOException("the documents of the base cannot be read: " + e.getMessage(), e);
        }
        return List.copyOf(shown);
    }

    /** Search the files of an environment: its definition, its pages, and what its images are built from. */
    List<Event.SecretShown> environment(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            Set<Event.SecretShown> shown = new LinkedHashSet<>();
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(Files::isReadable)
                    .sorted()
                    .toList()) {
                if (Files.size(file) <= LARGEST) {
                    String name = directory.getFileName() + "/" + directory.relativize(file);
                    scan.file(file).forEach(leak -> shown.add(event(leak, name)));
                }
            }
            return List.copyOf(shown);
        } catch (IOException e) {
            throw new UncheckedIOException("the environment cannot be searched for secrets: " + e.getMessage(), e);
        }
    }

    /** Search the documents, as a tar file. */
    List<Event.SecretShown> documents(InputStream documents) {
        Set<Event.SecretShown> shown = new LinkedHashSet<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(documents))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && entry.getSize() <= LARGEST) {
                    String name = entry.getName();
                    scan.bytes(name, tar.readAllBytes()).forEach(leak -> shown.add(event(leak, name)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the documents cannot be searched for secrets: " + e.getMessage(), e);
        }
        return List.copyOf(shown);
    }

    private static Event.SecretShown event(Leak leak, String where) {
        return new Event.SecretShown(leak.secret(), where, leak.form());
    }
}
