package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a thing changed on its own between two looks, and what it still has to keep: columns that did not change in any row that
 * is in both, rows that were in both where none went, and half of the fewest rows that it had in any case.
 *
 * @param declared columns that are said to live, whether they moved or not
 * @param coarser the same by columns as wholes, where this one is by rows
 */
record Movement(Content first, Content second, Set<String> declared, Optional<Movement> coarser) {
    /** By the rows where both looks tell them apart, or else by the columns as wholes: a table that grew may be told otherwise. */
    static Movement between(Content first, Content second, Set<String> declared) {
        Movement byColumns =
                new Movement(toldApart(first, false), toldApart(second, false), declared, Optional.empty());
        return byRows(first) && byRows(second)
                ? new Movement(toldApart(first, true), toldApart(second, true), declared, Optional.of(byColumns))
                : byColumns;
    }

    /** Those that changed, or that are declared to. */
    SortedSet<String> columns() {
        SortedSet<String> columns = new TreeSet<>(declared);
        first.parts().forEach((key, digest) -> {
            String now = second.parts().get(key);
            if (now != null && !now.equals(digest)) {
                columns.add(Cell.of(key).column());
            }
        });
        return columns;
    }

    /** Whether there were rows that had not been there. */
    boolean come() {
        return !rows(first).containsAll(rows(second)) || second.count() > first.count();
    }

    /** Whether rows that had been there were there no more; then any may be missing. */
    boolean go() {
        return !rows(second).containsAll(rows(first)) || second.count() < first.count();
    }

    /** Whether nothing of it stays. */
    boolean whole() {
        return first.parts().isEmpty()
                || second.parts().isEmpty()
                || columns()
                        .containsAll(first.parts().keySet().stream()
                                .map(key -> Cell.of(key).column())
                                .toList());
    }

    /** In what it is not as it may be, in words. */
    List<String> differences(Content after) {
        return coarser.isPresent() && !byRows(after)
                ? coarser.get().differences(after)
                : toldAlike(toldApart(after, coarser.isPresent()));
    }

    private List<String> toldAlike(Content after) {
        long fewest = Math.min(first.count(), second.count());
        if (after.count() < (fewest + 1) / 2) {
            return List.of("had at least %d rows, has %d".formatted(fewest, after.count()));
        }
        if (whole() || after.parts().isEmpty()) {
            return List.of();
        }
        List<String> differences = new ArrayList<>();
        lostRows(after, differences);
        newRows(after, differences);
        changedColumns(after, differences);
        return differences;
    }

    private void lostRows(Content after, List<String> differences) {
        Set<String> kept = rows(first);
        kept.retainAll(rows(second));
        kept.removeAll(rows(after));
        long fewer = Math.max(kept.size(), first.count() == second.count() ? first.count() - after.count() : 0);
        if (!go() && fewer > 0) {
            differences.add("%d of the rows are missing that stayed before the disaster".formatted(fewer));
        }
    }

    private void newRows(Content after, List<String> differences) {
        if (!come() && !go() && after.count() > first.count()) {
            differences.add(
                    "had %d rows, none of which came or went, and has %d".formatted(first.count(), after.count()));
        }
    }

    /** Where all rows are told of together, a row more changes all columns. */
    private void changedColumns(Content after, List<String> differences) {
        Set<String> living = columns();
        Set<String> changed = new TreeSet<>();
        first.parts().forEach((key, digest) -> {
            Cell cell = Cell.of(key);
            String now = after.parts().get(key);
            boolean stayed = digest.equals(second.parts().get(key)) && !living.contains(cell.column());
            boolean together = cell.row().isEmpty() && after.count() != first.count();
            if (stayed && !together && now != null && !now.equals(digest)) {
                changed.add(cell.column());
            }
        });
        changed.forEach(column -> differences.add(
                "column %s has other content, though only %s before the disaster".formatted(column, what())));
    }

    /** What lives, in words. */
    String what() {
        List<String> what = new ArrayList<>();
        SortedSet<String> columns = columns();
        if (!columns.isEmpty()) {
            what.add((columns.size() == 1 ? "column " : "columns ") + String.join(", ", columns) + " changed");
        }
        if (come() || go()) {
            what.add(come() && go() ? "rows came and went" : come() ? "rows came" : "rows went");
        }
        return what.isEmpty() ? "its content changed" : String.join(", and ", what);
    }

    private static boolean byRows(Content content) {
        return content.parts().keySet().stream()
                .anyMatch(key -> !Cell.of(key).row().isEmpty());
    }

    /** Its cells alone, or its columns alone. */
    private static Content toldApart(Content content, boolean byRows) {
        SortedMap<String, String> parts = new TreeMap<>(content.parts());
        parts.keySet().removeIf(key -> Cell.of(key).row().isEmpty() == byRows);
        return new Content(content.count(), content.content(), parts);
    }

    /** Digests of the keys of all rows that are told apart. */
    private static Set<String> rows(Content content) {
        Set<String> rows = new HashSet<>();
        content.parts().keySet().forEach(key -> rows.add(Cell.of(key).row()));
        return rows;
    }
}
