package dev.blackstart.recovery;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.environment.Base;
import dev.blackstart.machine.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Furnishes a responder with exactly what survivors have after a disaster: the public documents as they stand today, the
 * encrypted stores, and the personal keys of the people who are there.
 */
public final class Arrival {
    /** In a base's workstation: a tar of the public documents and the stores. */
    public static final String PUBLIC = "public.tar";

    private static final Duration FURNISHED_WITHIN = Duration.ofMinutes(1);

    private final EnvironmentDefinition environment;

    public Arrival(EnvironmentDefinition environment) {
        this.environment = environment;
    }

    /** Furnish the workstation that an environment is commissioned from: documents only. */
    public void furnish(Responder responder) {
        unpack(responder, archive(Optional.empty(), Set.of(), secret -> false));
    }

    /**
     * Furnish a survivors' workstation.
     *
     * @param withheld secrets whose files never arrive
     */
    public void furnish(Responder responder, Base base, Set<String> survivors, Predicate<String> withheld) {
        unpack(responder, archive(Optional.of(base), survivors, withheld));
    }

    private static void unpack(Responder responder, byte[] archive) {
        Outcome outcome = responder.script(
                Arrival.class, "welcome.sh", Base64.getEncoder().encodeToString(archive), FURNISHED_WITHIN, List.of());
        if (!outcome.succeeded()) {
            throw new IllegalStateException("the responder could not be furnished: " + outcome.err());
        }
    }

    private byte[] archive(Optional<Base> base, Set<String> survivors, Predicate<String> withheld) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            if (base.isPresent()) {
                copyPublic(base.get(), withheld, tar);
                for (String person : survivors) {
                    Path keys = base.get().workstation("people").resolve(person);
                    add(tar, ".keys/" + person + ".asc", Files.readAllBytes(keys.resolve("openpgp")));
                    add(tar, ".ssh/id_" + person, Files.readAllBytes(keys.resolve("ssh")));
                }
            }
            add(
                    tar,
                    "documents/secrets.yaml",
                    Files.readAllBytes(environment.inventory().file()));
            try (Stream<Path> pages = Files.list(environment.directory().resolve("runbooks"))) {
                for (Path page : pages.sorted().toList()) {
                    add(tar, "documents/runbooks/" + page.getFileName(), Files.readAllBytes(page));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot gather what the responder is furnished with", e);
        }
        return bytes.toByteArray();
    }

    private void copyPublic(Base base, Predicate<String> withheld, TarArchiveOutputStream tar) throws IOException {
        byte[] content = Files.readAllBytes(base.workstation(PUBLIC));
        try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(content))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                boolean today = name.startsWith("documents/runbooks/") || name.equals("documents/secrets.yaml");
                if (entry.isFile() && !today && !withheld.test(secret(name))) {
                    add(tar, name, in.readAllBytes());
                }
            }
        }
    }

    /** The secret that a file of a store holds; empty for any other file. */
    private String secret(String name) {
        return environment.inventory().stores().values().stream()
                .flatMap(store -> store.path().stream())
                .filter(path -> name.startsWith(path + "/") && name.endsWith(".gpg"))
                .findFirst()
                .map(path -> name.substring(path.length() + 1, name.length() - ".gpg".length()))
                .orElse("");
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(0600);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
