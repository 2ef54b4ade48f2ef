package dev.blackstart.artefact;

import dev.blackstart.artefact.EncryptedFile.Format;
import dev.blackstart.finding.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what files encrypted with sops say of their keys, and what {@code .sops.yaml} wants of them. */
final class SopsReader {
    private static final String RULES = ".sops.yaml";

    /** What sops says of itself in every file, and nobody else under the same name. */
    private static final Set<String> OWN = Set.of("mac", "lastmodified");

    /** What version control keeps in forms of its own. */
    private static final Set<String> VERSIONS = Set.of(".git", ".hg", ".svn", ".jj");

    /** Pages that show a file of sops are none. */
    private static final Pattern PROSE = Pattern.compile("(?i).*\\.(md|markdown|rst|adoc|org|html?|tex)");

    private final Path root;
    private final List<Finding> faults = new ArrayList<>();
    private final List<SopsFile> files = new ArrayList<>();
    private final Map<Path, Optional<SopsRules>> rules = new HashMap<>();
    private final SopsCandidates candidates = new SopsCandidates(faults);

    private SopsReader(Path root) {
        this.root = root;
    }

    /** @param path a file, or a directory whose files are looked through */
    static SopsTree read(Path path) {
        SopsReader reader = new SopsReader(path);
        if (Files.isDirectory(path)) {
            StoreWalk.files(path, VERSIONS, reader.faults).stream()
                    .filter(Files::isRegularFile)
                    .forEach(file -> reader.file(file, false));
        } else {
            reader.file(path, true);
        }
        if (reader.files.isEmpty() && reader.faults.isEmpty()) {
            reader.faults.add(Finding.ofFile(
                    ArtefactCode.NOTHING_FOUND,
                    path,
                    "no file here is encrypted with sops: nothing can be told",
                    "Name a file, or a directory of files, that `sops --encrypt` has written."));
        }
        return new SopsTree(path, reader.files, reader.faults);
    }

    private void file(Path file, boolean named) {
        if (file.getFileName().toString().equals(RULES)) {
            rulesIn(file);
            return;
        }
        Optional<Path> nearest = nearest(file);
        Optional<SopsRules> read = nearest.flatMap(this::rulesIn);
        Optional<CreationRule> rule = read.flatMap(found -> found.ruleFor(file));
        int before = faults.size();
        boolean encrypted = candidates
                .text(file)
                .map(text -> structured(file, text, rule, read.isPresent() ? nearest : Optional.empty()))
                .orElse(false);
        if (!encrypted
                && faults.size() == before
                && (named || rule.filter(one -> SopsPlain.wanted(file, one)).isPresent())) {
            plain(file, rule, nearest);
        }
    }

    /** Says whether the file was found to be of sops, or to be broken. */
    private boolean structured(Path file, String text, Optional<CreationRule> rule, Optional<Path> rules) {
        Notation notation = Notation.of(text);
        try {
            for (Node document : notation.read(file, text)) {
                Optional<Node> sops = document.field("sops");
                if (sops.isPresent()
                        && OWN.stream().anyMatch(own -> sops.get().field(own).isPresent())) {
                    files.add(new SopsFile(
                            encrypted(file, sops.get()), rule, rules.map(this::shown), notation.told(file, document)));
                    return true;
                }
            }
            return false;
        } catch (BrokenTextException e) {
            boolean prose = PROSE.matcher(file.getFileName().toString()).matches();
            if (!prose) {
                SopsFaults.ofFile(faults).broken(e.place(), String.valueOf(e.getMessage()));
            }
            return !prose;
        }
    }

    private EncryptedFile encrypted(Path file, Node metadata) {
        List<Finding> wrong = new ArrayList<>();
        SopsFaults unclear = SopsFaults.ofFile(wrong);
        List<List<Slot>> groups = new SopsKeys(new SopsDataKeys(file, unclear), unclear).ofMetadata(metadata);
        Optional<Integer> threshold = SopsKeys.threshold(metadata, unclear);
        if (wrong.isEmpty() && groups.stream().allMatch(List::isEmpty)) {
            unclear.broken(metadata.place(), "the sops metadata name no key: nobody opens the file");
        }
        Path parent = root.equals(file) ? file.getParent() : root;
        Path name = parent == null ? file : parent.relativize(file);
        // sops splits the data key only among several groups, and needs all of them where no number is given.
        int needed = groups.size() < 2 ? 1 : threshold.orElse(groups.size());
        return new EncryptedFile(file, name.toString(), Format.SOPS, needed, groups, wrong);
    }

    private void plain(Path file, Optional<CreationRule> rule, Optional<Path> rules) {
        String encrypt =
                "`%s`; what it held is known by now".formatted(SopsCommands.encrypt(file, rules.map(this::shown)));
        faults.add(Finding.ofFile(
                ArtefactCode.SOPS_PLAINTEXT,
                file,
                "the file is not encrypted, but a rule of sops or the command line says that it is",
                rule.flatMap(CreationRule::pathRegex).isPresent()
                        ? "Encrypt it: %s. Where it may be read by all, let the `path_regex` at %s leave it out."
                                .formatted(encrypt, rule.get().place().fileAndLine())
                        : "Let a rule of .sops.yaml say who opens it, and encrypt it: %s.".formatted(encrypt)));
    }

    private static Optional<Path> nearest(Path file) {
        for (@Nullable Path directory = file.toAbsolutePath().normalize().getParent();
                directory != null;
                directory = directory.getParent()) {
            Path candidate = directory.resolve(RULES);
            if (Files.exists(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private Optional<SopsRules> rulesIn(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return rules.computeIfAbsent(absolute, path -> SopsRules.read(shown(path), faults));
    }

    /** Names a file as the user would, who has named the directory or a file in it. */
    private Path shown(Path absolute) {
        Path named = Files.isDirectory(root) ? root : root.resolveSibling("");
        Path top = named.toAbsolutePath().normalize();
        return absolute.startsWith(top) ? named.resolve(top.relativize(absolute)) : absolute;
    }
}
