package dev.blackstart.drift;

import dev.blackstart.artefact.Anew;
import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.PasswordStore;
import dev.blackstart.artefact.StoreFile;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files of a password-store by their names; how a system composes letters and their accents makes no other name. */
final class StoreFiles implements NamedFiles {
    private final Holders holders;
    private final Map<EncryptedFile, StoreFile> stored;
    private final Path root;
    private final Path top;
    private final boolean whole;
    private final List<EncryptedFile> files;
    private final Map<String, EncryptedFile> byName = new HashMap<>();
    private final Map<String, List<EncryptedFile>> byLastPart;

    StoreFiles(PasswordStore store, Holders holders) {
        this.holders = holders;
        this.stored = store.files().stream()
                .collect(Collectors.toMap(StoreFile::file, Function.identity(), (one, other) -> one));
        root = store.root();
        top = store.top();
        whole = store.whole();
        files = store.files().stream().map(StoreFile::file).toList();
        files.forEach(file -> byName.putIfAbsent(composed(file.name()), file));
        byLastPart = files.stream().collect(Collectors.groupingBy(file -> lastPart(file.name())));
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public Collection<EncryptedFile> all() {
        return files;
    }

    /** Finds the file of this name: at the top of the store or, if there is only one such, below. */
    @Override
    public List<EncryptedFile> find(String name) {
        String composed = composed(name);
        EncryptedFile top = byName.get(composed);
        if (top != null) {
            return List.of(top);
        }
        List<EncryptedFile> below = byLastPart.getOrDefault(lastPart(name), List.of()).stream()
                .filter(file -> composed(file.name()).endsWith("/" + composed))
                .toList();
        return below.size() == 1 ? below : List.of();
    }

    @Override
    public String nameOf(EncryptedFile file) {
        return file.name();
    }

    @Override
    public Remedy remedy(EncryptedFile file, Map<EncryptedFile, Set<String>> meant) {
        StoreFile found = Objects.requireNonNull(stored.get(file));
        List<EncryptedFile> alike = files.stream()
                .filter(other ->
                        Objects.requireNonNull(stored.get(other)).list().equals(found.list()))
                .toList();
        return new StoreRemedy(
                found,
                holders,
                person -> whole
                        && alike.stream()
                                .allMatch(other ->
                                        meant.getOrDefault(other, Set.of()).contains(person)));
    }

    @Override
    public String writing(String name) {
        return "`%s`".formatted(Anew.write(top, name));
    }

    @Override
    public boolean whole() {
        return whole;
    }

    private static String lastPart(String name) {
        return composed(name.substring(name.lastIndexOf('/') + 1));
    }

    static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
