package dev.blackstart.state;

import dev.blackstart.terminal.Counts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words how a tree differs in a few lines: what lies in a directory that is missing is counted, and of many paths that differ
 * alike the first are told one by one, and of the others how many they are, and where.
 */
final class FilesTold {
    private static final int SINGLY = 10;

    /** What is another text for each path. */
    private static final Pattern OWN = Pattern.compile(
            "(?<=content differs|pointed to|access list|is missing|was device|was not there before|cannot be read)[^;]*");

    /** Of a directory whose names come and go, and where there were ever fewer, all may go. */
    private static final int FEW = 16;

    private static final String WENT = DirectoryNames.GO + " in ";
    private static final Pattern BOUND = Pattern.compile("had at least (\\d+) rows, has (\\d+)");

    private final String root;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Long> within = new HashMap<>();

    FilesTold(String root) {
        this.root = root;
    }

    List<Difference> of(List<Difference> differences) {
        Set<Difference> all = new LinkedHashSet<>();
        differences.forEach(difference -> ofPath(difference).ifPresent(all::add));
        all.forEach(difference -> known.putIfAbsent(difference.object(), difference.what()));
        Map<String, List<Difference>> alike = new LinkedHashMap<>();
        for (Difference difference : all) {
            if (!counted(difference)) {
                alike.computeIfAbsent(OWN.matcher(difference.what()).replaceAll(""), key -> new ArrayList<>())
                        .add(difference);
            }
        }
        List<Difference> told = new ArrayList<>();
        alike.forEach((words, many) -> tell(words, many, told));
        return told;
    }

    /** What is said of the names in a directory is said of the directory, where it is not said of each of them. */
    private static Optional<Difference> ofPath(Difference difference) {
        if (!difference.object().startsWith(WENT) && !difference.object().startsWith(DirectoryNames.COME + " in ")) {
            return Optional.of(difference);
        }
        Matcher bound = BOUND.matcher(difference.what());
        return difference.object().startsWith(WENT) && bound.matches() && Long.parseLong(bound.group(1)) >= FEW
                ? Optional.of(new Difference(
                        difference.object().substring(WENT.length()),
                        "had at least %s paths in it, has %s".formatted(bound.group(1), bound.group(2))))
                : Optional.empty();
    }

    /** Whether it lies in a directory that is told of for all that was in it. */
    private boolean counted(Difference difference) {
        if (!isPresence(difference.what())) {
            return false;
        }
        Optional<String> highest = Optional.empty();
        String above = difference.object();
        while (above.length() > root.length() && above.lastIndexOf('/') >= 0) {
            above = above.equals("/") ? "" : above.substring(0, Math.max(above.lastIndexOf('/'), 1));
            if (covers(known.getOrDefault(above, ""), difference.what())) {
                highest = Optional.of(above);
            }
        }
        if (!difference.what().endsWith(FilesDifferences.WHOLE)) {
            highest.ifPresent(directory -> within.merge(directory, 1L, Long::sum));
        }
        return highest.isPresent();
    }

    private static boolean isPresence(String what) {
        return what.startsWith(FilesDifferences.MISSING) || what.startsWith(FilesDifferences.NEW);
    }

    private static boolean covers(String above, String what) {
        if (what.startsWith(FilesDifferences.NEW)) {
            return above.equals(FilesDifferences.NEW + FilesDifferences.WHOLE);
        }
        return above.equals(FilesDifferences.MISSING + FilesDifferences.WHOLE)
                || above.startsWith("was a directory")
                || above.startsWith(FilesDifferences.UNREADABLE);
    }

    private void tell(String words, List<Difference> many, List<Difference> told) {
        int singly = many.size() == SINGLY + 1 ? many.size() : Math.min(many.size(), SINGLY);
        many.subList(0, singly).forEach(one -> told.add(new Difference(one.object(), worded(one))));
        List<Difference> more = many.subList(singly, many.size());
        if (!more.isEmpty()) {
            told.add(new Difference(directory(more), Counts.of(more.size(), "more path") + " in it: " + words));
        }
    }

    private String worded(Difference difference) {
        long files = within.getOrDefault(difference.object(), 0L);
        String what = difference.what().replace(FilesDifferences.WHOLE, "");
        return what
                + (files == 0 ? "" : ", with " + Counts.of(files, "file") + " in it")
                + (what.startsWith(FilesDifferences.NEW) ? " " + Fingerprint.NO_LOSS : "");
    }

    /** The one that all of them lie in. */
    private static String directory(List<Difference> differences) {
        String common = differences.get(0).object();
        for (Difference difference : differences) {
            while (!common.isEmpty() && !difference.object().startsWith(common + "/")) {
                common = common.substring(0, Math.max(0, common.lastIndexOf('/')));
            }
        }
        return common.isEmpty() ? "/" : common;
    }
}
