package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.SopsCommands;
import dev.blackstart.artefact.SopsFile;
import dev.blackstart.artefact.SopsTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of sops below a directory, by their names with or without the endings that say how they are written. */
final class SopsFiles implements NamedFiles {
    private static final Pattern ENDING = Pattern.compile("(?i)(?<=[^/])\\.(ya?ml|json|env|ini|txt|bin|enc|sops)$");

    private final Path base;
    private final Map<EncryptedFile, SopsFile> files;
    private final boolean whole;
    private final Map<String, List<EncryptedFile>> byName;
    private final Map<String, List<EncryptedFile>> byBareName;
    private final Map<String, List<EncryptedFile>> byLastPart;

    private SopsFiles(Path base, Map<EncryptedFile, SopsFile> files, boolean whole) {
        this.base = base;
        this.files = files;
        this.whole = whole;
        this.byName = by(files.keySet(), file -> names(file).limit(1));
        this.byBareName = by(files.keySet(), this::names);
        this.byLastPart = by(files.keySet(), file -> names(file).map(SopsFiles::lastPart));
    }

    /** The directory that was named, or that of the file that was. */
    static Path top(SopsTree tree) {
        return one(tree) ? tree.root().resolveSibling("") : tree.root();
    }

    private static boolean one(SopsTree tree) {
        return tree.files().stream().anyMatch(sops -> sops.file().path().equals(tree.root()));
    }

    /** Takes those of a tree that lie below the directory. */
    static SopsFiles below(Path base, SopsTree tree) {
        return new SopsFiles(
                base,
                tree.files().stream()
                        .filter(sops -> sops.file().path().startsWith(base)
                                || base.toString().isEmpty())
                        .collect(
                                Collectors.toMap(SopsFile::file, sops -> sops, (one, same) -> one, LinkedHashMap::new)),
                !one(tree));
    }

    @Override
    public Path root() {
        return base;
    }

    @Override
    public Collection<EncryptedFile> all() {
        return files.keySet();
    }

    @Override
    public List<EncryptedFile> find(String name) {
        String composed = StoreFiles.composed(name);
        List<EncryptedFile> below = byLastPart.getOrDefault(lastPart(composed), List.of()).stream()
                .filter(file -> names(file).anyMatch(one -> one.endsWith("/" + composed)))
                .toList();
        return Stream.of(byName, byBareName)
                .map(names -> names.getOrDefault(composed, List.of()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(below.size() == 1 ? below : List.of());
    }

    private static Map<String, List<EncryptedFile>> by(
            Collection<EncryptedFile> files, Function<EncryptedFile, Stream<String>> names) {
        Map<String, List<EncryptedFile>> by = new HashMap<>();
        files.forEach(file -> names.apply(file)
                .distinct()
                .forEach(name ->
                        by.computeIfAbsent(name, key -> new ArrayList<>()).add(file)));
        return by;
    }

    private Stream<String> names(EncryptedFile file) {
        String name = StoreFiles.composed(nameOf(file));
        return Stream.iterate(name, one -> !one.isEmpty(), one -> bare(one).equals(one) ? "" : bare(one));
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String bare(String name) {
        return ENDING.matcher(name).replaceFirst("");
    }

    @Override
    public String nameOf(EncryptedFile file) {
        return base.relativize(file.path()).toString();
    }

    @Override
    public Remedy remedy(EncryptedFile file, Map<EncryptedFile, Set<String>> meant) {
        return new SopsRemedy(Objects.requireNonNull(files.get(file)));
    }

    @Override
    public String writing(String name) {
        String file = bare(name).equals(name) ? name + ".yaml" : name;
        return "`%s`".formatted(SopsCommands.edit(base.resolve(file)));
    }

    @Override
    public boolean whole() {
        return whole;
    }
}
