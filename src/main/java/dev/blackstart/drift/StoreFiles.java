package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.PasswordStore;
import dev.blackstart.artefact.StoreFile;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a password-store by their names; how a system composes letters and their accents makes no other name. */
final class StoreFiles {
    private final Map<String, EncryptedFile> byName = new HashMap<>();
    private final Map<String, List<EncryptedFile>> byLastPart;

    StoreFiles(PasswordStore store) {
        List<EncryptedFile> files = store.files().stream().map(StoreFile::file).toList();
        files.forEach(file -> byName.putIfAbsent(composed(file.name()), file));
        byLastPart = files.stream().collect(java.util.stream.Collectors.groupingBy(file -> lastPart(file.name())));
    }

    /** Finds the file of this name: at the top of the store or, if there is only one such, below. */
    Optional<EncryptedFile> find(String name) {
        String composed = composed(name);
        List<EncryptedFile> below = byLastPart.getOrDefault(lastPart(name), List.of()).stream()
                .filter(file -> composed(file.name()).endsWith("/" + composed))
                .toList();
        return Optional.ofNullable(byName.get(composed))
                .or(() -> below.size() == 1 ? Optional.of(below.get(0)) : Optional.empty());
    }

    private static String lastPart(String name) {
        return composed(name.substring(name.lastIndexOf('/') + 1));
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
