package dev.blackstart.artefact;

import dev.blackstart.artefact.EncryptedFile.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys of repositories that git-crypt encrypts: {@code .git-crypt/keys/NAME/VERSION} holds a copy of one key for each
 * person, who opens with it all that the key encrypts. Of several versions the newest counts.
 */
final class GitCryptKeys {
    private static final Pattern COPY = Pattern.compile("(.*/keys/[^/]+)/([0-9]{1,9})/[0-9A-Fa-f]{40,64}\\.gpg");
    private static final Pattern NAME = Pattern.compile("(.+)/[0-9]+/[^/]+");

    private record Copy(String key, int version, Path file) {}

    private GitCryptKeys() {}

    static boolean isCopy(Path file) {
        return copy(file).isPresent();
    }

    private static Optional<Copy> copy(Path file) {
        Matcher matcher = COPY.matcher(file.toAbsolutePath().toString().replace('\\', '/'));
        return matcher.matches()
                ? Optional.of(new Copy(matcher.group(1), Integer.parseInt(matcher.group(2)), file))
                : Optional.empty();
    }

    /** Makes one secret of all copies of a key. */
    static List<EncryptedFile> read(List<Path> copies, Function<Path, EncryptedFile> reader) {
        Map<String, List<Copy>> keys = copies.stream()
                .flatMap(file -> copy(file).stream())
                .collect(Collectors.groupingBy(Copy::key, TreeMap::new, Collectors.toList()));
        return keys.values().stream().map(key -> secret(key, reader)).toList();
    }

    private static EncryptedFile secret(List<Copy> copies, Function<Path, EncryptedFile> reader) {
        int newest = copies.stream().mapToInt(Copy::version).max().orElse(0);
        List<EncryptedFile> read = copies.stream()
                .filter(copy -> copy.version() == newest)
                .map(copy -> reader.apply(copy.file()))
                .toList();
        EncryptedFile first = read.get(0);
        Matcher name = NAME.matcher(first.name());
        return new EncryptedFile(
                first.path().resolveSibling(""),
                name.matches() ? name.group(1) : first.name(),
                Format.GIT_CRYPT,
                1,
                List.of(read.stream().flatMap(one -> one.slots().stream()).toList()),
                read.stream().flatMap(one -> one.faults().stream()).toList());
    }
}
