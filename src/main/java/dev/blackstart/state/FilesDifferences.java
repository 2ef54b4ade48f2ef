package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** Says of each path in what it is not as it was. */
final class FilesDifferences {
    /** The path itself, among the names of what is below it. */
    static final String TOP = ".";

    static final String MISSING = "is missing";
    static final String NEW = "was not there before";
    static final String WHOLE = " with all that was in it";
    static final String UNREADABLE = "cannot be read: ";

    private static final String NAMES = "has other names in it";

    private final String root;
    private final Fingerprint before;
    private final Fingerprint after;

    FilesDifferences(String root, Fingerprint before, Fingerprint after) {
        this.root = root;
        this.before = before;
        this.after = after;
    }

    List<Difference> all() {
        List<Difference> all = new ArrayList<>();
        of(FilesFingerprint.UNREADABLE, after)
                .forEach((thing, why) -> all.add(new Difference(object(root, thing), UNREADABLE + why.content())));
        only(before, after, MISSING, DirectoryNames.GO, all);
        changed(all);
        for (Difference split : HardLinks.between(before, after)) {
            all.add(new Difference(object(root, new Thing(HardLinks.SORT, split.object())), split.what()));
        }
        only(after, before, NEW, DirectoryNames.COME, all);
        of(FilesFingerprint.UNSOUND, after)
                .forEach((what, why) -> all.add(new Difference(root, what.name() + " " + UNREADABLE + why.content())));
        return all;
    }

    /** What one has and the other has not, and which directories these lie in. */
    private void only(Fingerprint one, Fingerprint other, String words, String sort, List<Difference> differences) {
        Collection<String> directories = new TreeSet<>();
        of(FileContent.SORT, one).forEach((thing, content) -> {
            if (!isIn(other, thing) && !mayDiffer(sort, thing.name())) {
                directories.add(DirectoryNames.parent(thing.name()));
                boolean directory = FileContent.of(content).isDirectory();
                differences.add(new Difference(object(root, thing), directory ? words + WHOLE : words));
            }
        });
        for (String directory : directories) {
            differences.add(new Difference(object(root, new Thing(sort, directory)), NAMES));
        }
    }

    private static boolean isIn(Fingerprint print, Thing path) {
        return print.things().containsKey(path)
                || print.things().containsKey(new Thing(FilesFingerprint.UNREADABLE, path.name()))
                || print.things().containsKey(new Thing(FilesFingerprint.GONE, path.name()));
    }

    /** Whether the nearest directory that was there is one whose names are not compared, as they change on their own. */
    private boolean mayDiffer(String sort, String name) {
        if (name.equals(TOP)) {
            return false;
        }
        String directory = DirectoryNames.parent(name);
        boolean known = directory.equals(TOP) || before.things().containsKey(new Thing(FileContent.SORT, directory));
        return known ? !before.things().containsKey(new Thing(sort, directory)) : mayDiffer(sort, directory);
    }

    private void changed(List<Difference> differences) {
        of(FileContent.SORT, before).forEach((thing, content) -> {
            Content now = after.things().get(thing);
            if (now != null && !content.equals(now)) {
                FileContent.of(content)
                        .differs(FileContent.of(now))
                        .ifPresent(what -> differences.add(new Difference(object(root, thing), what)));
            }
        });
        of(FileRights.SORT, before).forEach((thing, rights) -> {
            Content now = after.things().get(thing);
            if (now != null && !rights.equals(now)) {
                rights(thing, rights, now)
                        .ifPresent(what -> differences.add(new Difference(object(root, thing), what)));
            }
        });
    }

    /** Of what became something else only that is said; nobody asks for the mode of a link. */
    private Optional<String> rights(Thing thing, Content was, Content is) {
        Thing path = new Thing(FileContent.SORT, thing.name());
        Optional<Character> type = Optional.ofNullable(before.things().get(path))
                .map(content -> FileContent.of(content).type());
        Optional<Character> now = Optional.ofNullable(after.things().get(path))
                .map(content -> FileContent.of(content).type());
        boolean another = type.isPresent() && now.isPresent() && !type.equals(now);
        return another ? Optional.empty() : FileRights.of(was).differ(FileRights.of(is), now.equals(Optional.of('l')));
    }

    /** Those of one sort as they are in it: for so many a copy would be dear. */
    private static SortedMap<Thing, Content> of(String sort, Fingerprint print) {
        return print.things().subMap(new Thing(sort, ""), new Thing(sort + "\0", ""));
    }

    /** What a thing of this tree is called. */
    static String object(String root, Thing thing) {
        String below = thing.name().equals(TOP) ? root : (root.equals("/") ? "" : root) + "/" + thing.name();
        return switch (thing.sort()) {
            case DirectoryNames.COME, DirectoryNames.GO -> thing.sort() + " in " + below;
            default -> below;
        };
    }
}
