package dev.blackstart.artefact;

import dev.blackstart.artefact.EncryptedFile.Format;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what files encrypted with sops say of their keys, and what {@code .sops.yaml} wants of them. */
final class SopsReader {
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final Set<String> ENDINGS = Set.of(".yaml", ".yml", ".json", ".env", ".ini");
    private static final String RULES = ".sops.yaml";
    private static final String ENCRYPTED = "ENC[AES256_GCM,";

    private final Path root;
    private final List<Finding> faults = new ArrayList<>();
    private final List<SopsFile> files = new ArrayList<>();
    private final Map<Path, Optional<SopsRules>> rules = new HashMap<>();

    private SopsReader(Path root) {
        this.root = root;
    }

    /** @param path a file, or a directory whose files are looked through */
    static SopsTree read(Path path) {
        SopsReader reader = new SopsReader(path);
        if (Files.isDirectory(path)) {
            StoreWalk.files(path, reader.faults).forEach(file -> reader.file(file, false));
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
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.equals(RULES)) {
            rulesIn(file);
            return;
        }
        Optional<SopsRules> nearest = nearest(file);
        Optional<CreationRule> rule = nearest.flatMap(found -> found.ruleFor(file));
        boolean wanted = named || rule.flatMap(CreationRule::pathRegex).isPresent();
        if (!wanted && ENDINGS.stream().noneMatch(name::endsWith)) {
            return;
        }
        Bytes.text(file, MOST_BYTES, faults).ifPresent(text -> {
            if (text.contains("sops") && text.contains(ENCRYPTED)) {
                structured(file, text, rule, nearest.isPresent(), wanted);
            } else if (wanted) {
                plain(file);
            }
        });
    }

    private void structured(Path file, String text, Optional<CreationRule> rule, boolean rules, boolean wanted) {
        try {
            Flat flat = Flattener.flatten(file, text).below("sops");
            if (!flat.has("mac") && !flat.has("lastmodified")) {
                if (wanted) {
                    plain(file);
                }
                return;
            }
            List<Finding> wrong = new ArrayList<>();
            List<List<Slot>> groups = new SopsKeys(Place.start(file), wrong).groups(flat);
            files.add(new SopsFile(encrypted(file, flat, groups, wrong), rule, rules));
        } catch (Flattener.BrokenException e) {
            faults.add(new Finding(
                    ArtefactCode.SOPS_BROKEN,
                    e.place(),
                    String.valueOf(e.getMessage()),
                    "Bring the file back from a backup; nobody can tell who opens it."));
        }
    }

    private EncryptedFile encrypted(Path file, Flat flat, List<List<Slot>> groups, List<Finding> wrong) {
        Optional<Flat.Value> said = flat.get("shamir_threshold");
        int threshold = said.map(Flat.Value::text)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .orElse(0);
        if (groups.stream().allMatch(List::isEmpty)) {
            wrong.add(Finding.ofFile(
                    ArtefactCode.SOPS_BROKEN,
                    file,
                    "the sops metadata name no key: nobody opens the file",
                    "Bring the file back from a backup."));
        }
        Path parent = root.equals(file) ? file.getParent() : root;
        Path name = parent == null ? file : parent.relativize(file);
        // Without a threshold in the file, all groups are needed: sops splits the data key among them.
        int needed = threshold == 0 ? groups.size() : threshold;
        return new EncryptedFile(file, name.toString(), Format.SOPS, needed, groups, wrong);
    }

    private void plain(Path file) {
        faults.add(Finding.ofFile(
                ArtefactCode.SOPS_PLAINTEXT,
                file,
                "the file is not encrypted, but a rule of sops or the command line says that it is",
                "Encrypt it: `sops --encrypt --in-place " + file.getFileName() + "`; what it held is known by now."));
    }

    private Optional<SopsRules> nearest(Path file) {
        for (@Nullable Path directory = file.toAbsolutePath().normalize().getParent();
                directory != null;
                directory = directory.getParent()) {
            Path candidate = directory.resolve(RULES);
            if (Files.exists(candidate)) {
                return rulesIn(candidate);
            }
        }
        return Optional.empty();
    }

    private Optional<SopsRules> rulesIn(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(root.toAbsolutePath().normalize())
                ? root.resolve(root.toAbsolutePath().normalize().relativize(absolute))
                : absolute;
        return rules.computeIfAbsent(absolute, path -> SopsRules.read(shown, faults));
    }
}
