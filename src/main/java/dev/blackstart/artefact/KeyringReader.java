package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers public keys from files, directories and the user's own keyring. */
final class KeyringReader {
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final List<Certificate> found = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();
    private GpgSays said = GpgSays.NOTHING;

    void add(Path path) {
        if (!Files.isDirectory(path)) {
            addFile(path);
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            files.sorted()
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .forEach(this::addFile);
        } catch (IOException e) {
            faults.add(Finding.ofFile(
                    ArtefactCode.UNREADABLE,
                    path,
                    "the directory cannot be read",
                    "Check its permissions: " + e + "."));
        }
    }

    private void addFile(Path file) {
        Optional<byte[]> bytes = Bytes.read(file, MOST_BYTES, faults);
        bytes.ifPresent(read -> new Certificates(file, file.toString(), found, faults).read(read));
    }

    /** Adds the public keys of a keyring of gpg's. */
    void addHome(Path home) {
        Gpg gpg = new Gpg(home);
        try {
            byte[] keys = gpg.export();
            if (keys.length > 0) {
                new Certificates(home, home.toString(), found, faults).read(keys);
                said = GpgSays.read(gpg.list(), gpg.groups());
            }
        } catch (IOException e) {
            faults.add(Finding.ofFile(
                    ArtefactCode.KEYRING_UNREAD,
                    home,
                    "the public keys of the keyring were not read: " + e.getMessage(),
                    "Install gnupg, or give the keys as files: --keys FILE."));
        }
    }

    Keyring read() {
        return new Keyring(found, said, faults);
    }
}
