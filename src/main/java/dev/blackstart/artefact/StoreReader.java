package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a password-store or a part of one: its lists of recipients, and the recipients that its files really have. */
final class StoreReader {
    private static final String GIT_CRYPT = "remove the copy and give its owner another: `git-crypt add-gpg-user KEY`";

    private final Path root;
    private final Lists lists;
    private final List<Finding> faults = new ArrayList<>();
    private final List<StoreFile> files = new ArrayList<>();

    private StoreReader(Path root) {
        this.root = root;
        this.lists = new Lists(root, faults);
    }

    /**
     * @param path a directory, or one encrypted file
     * @param given what is read on its own, where it lies in this one
     */
    static PasswordStore read(Path path, Given given) {
        boolean one = Files.isRegularFile(path);
        Path parent = path.getParent();
        StoreReader reader = new StoreReader(one ? parent == null ? Path.of("") : parent : path);
        reader.readAll(one ? List.of(path) : StoreWalk.files(path, StoreWalk.OF_STORES, given, reader.faults));
        boolean all = !one && !given.splits(path) && Given.real(path).equals(reader.lists.top());
        return new PasswordStore(path, reader.lists.top(), all, reader.lists.all(), reader.files, reader.faults);
    }

    private void readAll(List<Path> found) {
        found.stream().filter(Suffix::isList).forEach(lists::at);
        List<Path> copies = found.stream().filter(GitCryptKeys::isCopy).toList();
        GitCryptKeys.read(copies, file -> encrypted(file, Suffix.GPG, GIT_CRYPT))
                .forEach(key -> files.add(new StoreFile(key, Optional.empty(), anew(key.path(), Suffix.GPG))));
        // What else lies in a repository that git-crypt encrypts is no password-store, unless it has lists of one.
        boolean store = copies.isEmpty() || lists.any();
        for (Path file : found) {
            if (!GitCryptKeys.isCopy(file)) {
                file(file, store);
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

    private void file(Path file, boolean store) {
        Optional<Suffix> suffix = Suffix.of(file);
        if (suffix.isPresent()) {
            add(file, suffix.get());
        } else if (store && !isQuiet(file)) {
            Contents.suffix(file).ifPresentOrElse(found -> add(file, found), () -> plain(file));
        }
    }

    private void plain(Path file) {
        String encrypt = Stream.of(Suffix.values())
                .flatMap(suffix -> anew(file, suffix).instead().stream())
                .findFirst()
                .map(": `%s`"::formatted)
                .orElse(", and delete it");
        faults.add(Finding.ofFile(
                ArtefactCode.PLAINTEXT_FILE,
                file,
                "a file that is not encrypted lies in the store",
                "Encrypt it%s; its history in git remains. What is no secret belongs elsewhere.".formatted(encrypt)));
    }

    private static boolean isQuiet(Path file) {
        String name = file.getFileName().toString();
        return Suffix.isList(file)
                || name.equals(".gpg-id.sig")
                || name.startsWith(".git")
                || name.startsWith(".gopass")
                || name.startsWith("README");
    }

    private void add(Path file, Suffix suffix) {
        Anew anew = anew(file, suffix);
        String write = anew.insert()
                .filter(command -> Suffix.of(file).isPresent())
                .map("write the secret anew: `%s`"::formatted)
                .orElse("write the secret anew, or remove the file");
        files.add(new StoreFile(encrypted(file, suffix, write), anew.list(), anew));
    }

    private Anew anew(Path file, Suffix suffix) {
        Path listed = within(file);
        String name = suffix.without(lists.name(file));
        return new Anew(lists.top(), lists.folder(listed), file, name, suffix, lists.nearest(listed, suffix));
    }

    /** Gives what a link within the store leads to: the list that is for that counts, as pass writes that. */
    private Path within(Path file) {
        Path real = Given.real(root);
        return Files.isSymbolicLink(file) && Given.real(file).startsWith(real)
                ? root.resolve(real.relativize(Given.real(file)))
                : file;
    }

    private EncryptedFile encrypted(Path file, Suffix suffix, String write) {
        List<Finding> wrong = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        Optional<InputStream> opened = Bytes.open(file, wrong);
        if (opened.isPresent()) {
            try (InputStream in = opened.get()) {
                Header header =
                        suffix == Suffix.GPG ? OpenPgpMessage.read(in, file, write) : AgeFile.read(in, file, write);
                wrong.addAll(header.faults());
                header.recipients().forEach(recipient -> slots.add(new Slot(recipient, Place.start(file))));
            } catch (IOException e) {
                wrong.add(Finding.ofFile(
                        ArtefactCode.UNREADABLE, file, "the file cannot be read", "Check the disk: " + e + "."));
            }
        }
        String name = suffix.without(lists.name(file));
        return new EncryptedFile(file, name, suffix.format(), 1, List.of(slots), wrong);
    }
}
