package dev.blackstart.artefact;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the store begins of which a directory is all or a part: up to there its tool looks for lists of recipients, and
 * from there it names folders.
 */
final class StoreTop {
    private StoreTop() {}

    /**
     * Gives the user's own store, if the directory lies in it; otherwise the highest directory with a list of
     * recipients, in the same repository of git as the lowest one; otherwise the directory itself.
     *
     * @param directory without links
     */
    static Path of(Path directory, Map<String, String> environment) {
        return own(environment)
                .map(Given::real)
                .filter(directory::startsWith)
                .findFirst()
                .or(() -> highest(directory))
                .orElse(directory);
    }

    private static Stream<Path> own(Map<String, String> environment) {
        Stream<Path> set = Stream.of("PASSWORD_STORE_DIR", "PASSAGE_DIR")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
        Path home = Path.of(System.getProperty("user.home"));
        return Stream.concat(set, Stream.of(home.resolve(".password-store"), home.resolve(".passage/store")));
    }

    private static Optional<Path> highest(Path directory) {
        @Nullable Path found = null;
        for (@Nullable Path each = directory; each != null; each = each.getParent()) {
            if (List.of(Suffix.values()).stream()
                    .map(Suffix::list)
                    .map(each::resolve)
                    .anyMatch(Files::exists)) {
                found = each;
            }
            if (found != null && Files.exists(each.resolve(".git"))) {
                break;
            }
        }
        return Optional.ofNullable(found);
    }
}
