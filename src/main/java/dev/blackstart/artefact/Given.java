package dev.blackstart.artefact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader was given, each once, under whatever names; what lies within another of them is read once, too. */
final class Given {
    private final Map<Path, Path> byRealPath = new LinkedHashMap<>();

    Given(Collection<Path> paths) {
        paths.forEach(path -> byRealPath.putIfAbsent(real(path), path));
    }

    List<Path> paths() {
        return List.copyOf(byRealPath.values());
    }

    /** Lists those that lie within no other. */
    List<Path> outermost() {
        return byRealPath.entrySet().stream()
                .filter(one -> byRealPath.keySet().stream()
                        .noneMatch(other ->
                                !other.equals(one.getKey()) && one.getKey().startsWith(other)))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Says whether this is one of them, and so not a part of the one that it was found in. */
    boolean has(Path path) {
        return byRealPath.size() > 1 && byRealPath.containsKey(real(path));
    }

    /** Says whether something in this directory is read on its own. */
    boolean splits(Path directory) {
        Path real = real(directory);
        return byRealPath.keySet().stream().anyMatch(other -> other.startsWith(real) && !other.equals(real));
    }

    /** Says whether this lies within one of them. */
    boolean covers(Path target) {
        return byRealPath.keySet().stream().anyMatch(target::startsWith);
    }

    /** Follows links, as far as there is something. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
