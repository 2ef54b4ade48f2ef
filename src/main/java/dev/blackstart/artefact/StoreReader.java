package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a password-store: its lists of recipients, and the recipients that its files really have. */
final class StoreReader {
    private final Path root;
    private final List<Finding> faults = new ArrayList<>();
    private final Map<Path, RecipientList> lists = new LinkedHashMap<>();
    private final List<StoreFile> files = new ArrayList<>();

    private StoreReader(Path root) {
        this.root = root;
    }

    /** @param path the store's directory, or one encrypted file */
    static PasswordStore read(Path path) {
        boolean one = Files.isRegularFile(path);
        Path parent = path.getParent();
        StoreReader reader = new StoreReader(one ? parent == null ? Path.of("") : parent : path);
        reader.readAll(one ? beside(path) : StoreWalk.files(path, StoreWalk.OF_STORES, reader.faults));
        return new PasswordStore(path, List.copyOf(reader.lists.values()), reader.files, reader.faults);
    }

    private static List<Path> beside(Path file) {
        List<Path> files = new ArrayList<>();
        Suffix.of(file)
                .map(suffix -> file.resolveSibling(suffix.list()))
                .filter(Files::exists)
                .ifPresent(files::add);
        files.add(file);
        return files;
    }

    private void readAll(List<Path> found) {
        for (Path file : found) {
            if (Suffix.isList(file)) {
                RecipientLists.read(file, faults).ifPresent(list -> lists.put(file, list));
            }
        }
        for (Path file : found) {
            Optional<Suffix> suffix = Suffix.of(file);
            if (suffix.isPresent()) {
                files.add(new StoreFile(encrypted(file, suffix.get()), nearest(file, suffix.get())));
            } else if (!isQuiet(file)) {
                faults.add(Finding.ofFile(
                        ArtefactCode.PLAINTEXT_FILE,
                        file,
                        "a file that is not encrypted lies in the store",
                        "Encrypt what is secret of it with `pass insert`, and delete it; its history in git remains."));
            }
        }
        if (files.isEmpty()) {
            faults.add(Finding.ofFile(
                    ArtefactCode.NOTHING_FOUND,
                    root,
                    "no encrypted file lies here: nothing can be told",
                    "Name a password-store, such as ~/.password-store."));
        }
    }

    private static boolean isQuiet(Path file) {
        String name = file.getFileName().toString();
        return Suffix.isList(file)
                || name.equals(".gpg-id.sig")
                || name.startsWith(".git")
                || name.startsWith(".gopass")
                || name.startsWith("README");
    }

    private EncryptedFile encrypted(Path file, Suffix suffix) {
        List<Finding> wrong = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        Optional<InputStream> opened = Bytes.open(file, wrong);
        if (opened.isPresent()) {
            try (InputStream in = opened.get()) {
                Header header = suffix == Suffix.GPG ? OpenPgpMessage.read(in, file) : AgeFile.read(in, file);
                wrong.addAll(header.faults());
                header.recipients().forEach(recipient -> slots.add(new Slot(recipient, Place.start(file))));
            } catch (IOException e) {
                wrong.add(Finding.ofFile(
                        ArtefactCode.UNREADABLE, file, "the file cannot be read", "Check the disk: " + e + "."));
            }
        }
        return new EncryptedFile(file, name(file, suffix), suffix.format(), 1, List.of(slots), wrong);
    }

    private String name(Path file, Suffix suffix) {
        return suffix.without(root.relativize(file).toString().replace('\\', '/'));
    }

    /** Looks upwards, as pass does, but never out of the store. */
    private Optional<RecipientList> nearest(Path file, Suffix suffix) {
        RecipientList beside = lists.get(file.resolveSibling(suffix.list()));
        if (beside != null) {
            return Optional.of(beside);
        }
        for (@Nullable Path directory = file.getParent(); directory != null; directory = directory.getParent()) {
            RecipientList list = lists.get(directory.resolve(suffix.list()));
            if (list != null) {
                return Optional.of(list);
            }
            if (directory.equals(root)) {
                break;
            }
        }
        return Optional.empty();
    }
}
