package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who opens a file and should not, and who should and does not: by its list, its rule, or the inventory. */
final class Strays {
    private final Map<Path, Set<String>> unnamed = new HashMap<>();
    private final Map<Path, Set<String>> missing = new HashMap<>();

    void opens(EncryptedFile file, String person) {
        unnamed.computeIfAbsent(file.path(), none -> new TreeSet<>()).add(person);
    }

    void lacks(EncryptedFile file, String person) {
        missing.computeIfAbsent(file.path(), none -> new TreeSet<>()).add(person);
    }

    Set<String> unnamed(EncryptedFile file) {
        return unnamed.getOrDefault(file.path(), Set.of());
    }

    Set<String> missing(EncryptedFile file) {
        return missing.getOrDefault(file.path(), Set.of());
    }
}
