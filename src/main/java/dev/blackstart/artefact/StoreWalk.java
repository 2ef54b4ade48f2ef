package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists the files of a directory tree. Links out of it, in loops or to nothing are named and not followed; a link to a
 * directory inside is not followed either, as what lies there is listed under its own name.
 */
final class StoreWalk {
    /** What programs keep in a password-store for themselves. */
    static final Set<String> OF_STORES = Set.of(".git", ".public-keys", ".extensions", ".gopass");

    private final Path root;
    private final Set<String> skipped;
    private final Given given;
    private final List<Finding> faults;
    private final List<Path> files = new ArrayList<>();
    private final Deque<Path> directories = new ArrayDeque<>();

    private StoreWalk(Path root, Set<String> skipped, Given given, List<Finding> faults) {
        this.root = root;
        this.skipped = skipped;
        this.given = given;
        this.faults = faults;
    }

    /**
     * Gives regular files, and links to regular files inside, in the order of their names.
     *
     * @param skipped the names of what is not looked at
     */
    static List<Path> files(Path root, Set<String> skipped, List<Finding> faults) {
        return files(root, skipped, new Given(List.of()), faults);
    }

    /** The same, without what was given besides and is read on its own. */
    static List<Path> files(Path root, Set<String> skipped, Given given, List<Finding> faults) {
        StoreWalk walk = new StoreWalk(root, skipped, given, faults);
        walk.directories.add(root);
        while (!walk.directories.isEmpty()) {
            walk.list(walk.directories.remove());
        }
        walk.files.sort(null);
        return walk.files;
    }

    private void list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            entries.sorted().forEach(this::entry);
        } catch (IOException e) {
            faults.add(Finding.ofFile(
                    ArtefactCode.UNREADABLE,
                    directory,
                    "the directory cannot be read: nobody knows what lies there",
                    "Check that it is a directory, and its permissions."));
        }
    }

    private void entry(Path entry) {
        if (skipped.contains(entry.getFileName().toString()) || given.has(entry)) {
            return;
        }
        if (Files.isSymbolicLink(entry)) {
            link(entry);
        } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            if (Suffix.of(entry).isPresent() || Suffix.isList(entry)) {
                faults.add(Finding.ofFile(
                        ArtefactCode.UNREADABLE,
                        entry,
                        "a directory stands where a file belongs",
                        "Rename the directory, and bring the file back from a backup."));
            }
            directories.add(entry);
        } else {
            files.add(entry);
        }
    }

    private void link(Path link) {
        try {
            Path target = link.toRealPath();
            if (!target.startsWith(root.toRealPath())) {
                if (given.covers(target)) {
                    return;
                }
                faults.add(Finding.ofFile(
                        ArtefactCode.LINK_OUT,
                        link,
                        "the link leads out of the store, to " + target,
                        given.paths().isEmpty()
                                ? "Put the file itself in the place of the link, which was not followed."
                                : "Name what it leads to, too: `--store %s`; or put the file itself in the place of the link."
                                        .formatted(target)));
            } else if (Files.isRegularFile(target)) {
                files.add(link);
            } else if (Files.isDirectory(target) && leadsUp(link, target)) {
                loop(link);
            }
        } catch (NoSuchFileException e) {
            faults.add(Finding.ofFile(
                    ArtefactCode.LINK_DANGLING,
                    link,
                    "the link leads to nothing",
                    "Bring its target back from a backup, or remove the link: `rm %s`.".formatted(Anew.quoted(link))));
        } catch (FileSystemLoopException e) {
            loop(link);
        } catch (FileSystemException e) {
            if (String.valueOf(e.getReason()).contains("symbolic links")) { // ELOOP, which Java has no type for here
                loop(link);
            } else {
                unreadable(link, e);
            }
        } catch (IOException e) {
            unreadable(link, e);
        }
    }

    private static boolean leadsUp(Path link, Path target) throws IOException {
        Path parent = link.toAbsolutePath().getParent();
        return parent != null && parent.toRealPath().startsWith(target);
    }

    private void loop(Path link) {
        faults.add(Finding.ofFile(
                ArtefactCode.LINK_LOOP,
                link,
                "the link leads in a circle",
                "Remove it: `rm %s`.".formatted(Anew.quoted(link))));
    }

    private void unreadable(Path link, IOException e) {
        faults.add(Finding.ofFile(
                ArtefactCode.UNREADABLE,
                link,
                "the link cannot be followed",
                "Check the permissions of what it leads to: " + e.getClass().getSimpleName() + "."));
    }
}
