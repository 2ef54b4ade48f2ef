package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists of recipients that are for a directory: those in it, and those above it, as far as its store reaches. */
final class Lists {
    private final Path directory;
    private final Path real;
    private final Path top;
    private final List<Finding> faults;
    private final Map<Path, Optional<RecipientList>> read = new LinkedHashMap<>();

    /** @param directory as users named it */
    Lists(Path directory, List<Finding> faults) {
        this.directory = directory;
        this.real = Given.real(directory);
        this.top = StoreTop.of(real, System.getenv());
        this.faults = faults;
    }

    /** Gives the directory where the store begins, without links. */
    Path top() {
        return top;
    }

    /** Gives the folder of something in the directory, as the store names it; the empty text for its beginning. */
    String folder(Path file) {
        Path within = directory.relativize(file).getParent();
        return top.relativize(within == null ? real : real.resolve(within)).toString();
    }

    /** Gives the path of something in the directory, as the store names it. */
    String name(Path file) {
        String before = top.relativize(real).toString();
        String within = directory.relativize(file).toString();
        return (before.isEmpty() ? within : before + "/" + within).replace('\\', '/');
    }

    /** Says whether any list is for the directory or a part of it. */
    boolean any() {
        return !all().isEmpty()
                || Stream.of(Suffix.values()).anyMatch(suffix -> above(suffix).isPresent());
    }

    /** Looks in the file's directory first, and then upwards. */
    Optional<RecipientList> nearest(Path file, Suffix suffix) {
        for (@Nullable Path each = file.getParent(); each != null && !each.equals(directory); each = each.getParent()) {
            Optional<RecipientList> list = at(each.resolve(suffix.list()));
            if (list.isPresent()) {
                return list;
            }
        }
        Optional<RecipientList> here = at(directory.resolve(suffix.list()));
        return here.isPresent() ? here : above(suffix);
    }

    private Optional<RecipientList> above(Suffix suffix) {
        for (@Nullable Path each = real; each != null && !each.equals(top); ) {
            each = each.getParent();
            if (each != null) {
                Optional<RecipientList> list = at(shown(each).resolve(suffix.list()));
                if (list.isPresent()) {
                    return list;
                }
            }
        }
        return Optional.empty();
    }

    /** Names what lies above as users do who work here. */
    private Path shown(Path above) {
        Path here = Given.real(Path.of(""));
        return !directory.isAbsolute() && above.startsWith(here) ? here.relativize(above) : above;
    }

    /** A list that cannot be read is one that names nobody who is known: a higher one does not take its place. */
    Optional<RecipientList> at(Path file) {
        return read.computeIfAbsent(
                file,
                absent -> Files.isRegularFile(file)
                        ? Optional.of(RecipientLists.read(file, folderOf(file), faults))
                        : Optional.empty());
    }

    private String folderOf(Path list) {
        Path parent = Given.real(list.toAbsolutePath().resolveSibling(""));
        return parent.startsWith(top) ? top.relativize(parent).toString() : "";
    }

    /** Lists those that were found. */
    List<RecipientList> all() {
        return read.values().stream().flatMap(Optional::stream).toList();
    }
}
