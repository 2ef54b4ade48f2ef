package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a thing changed on its own between two looks, and what it still has to keep: columns that did not change in any row that
 * is in both, rows that were in both where none went, and half of the fewest rows that it had in any case.
 *
 * @param columns those that changed, or that are declared to
 * @param come whether there were rows that had not been there
 * @param go whether rows that had been there were there no more; then any may be missing
 */
record Movement(Content first, Content second, SortedSet<String> columns, boolean come, boolean go) {
    /** @param declared columns that are said to live, whether they moved or not */
    static Movement between(Content first, Content second, Set<String> declared) {
        Set<String> was = rows(first);
        Set<String> is = rows(second);
        SortedSet<String> columns = new TreeSet<>(declared);
        first.parts().forEach((key, digest) -> {
            String now = second.parts().get(key);
            if (now != null && !now.equals(digest)) {
                columns.add(Cell.of(key).column());
            }
        });
        return new Movement(
                first,
                second,
                columns,
                !was.containsAll(is) || second.count() > first.count(),
                !is.containsAll(was) || second.count() < first.count());
    }

    /** Say what lives: columns, rows, or all that there is. */
    boolean whole() {
        return first.parts().isEmpty()
                || second.parts().isEmpty()
                || columns.containsAll(first.parts().keySet().stream()
                        .map(key -> Cell.of(key).column())
                        .toList());
    }

    /** In what it is not as it may be, in words. */
    List<String> differences(Content after) {
        List<String> differences = new ArrayList<>();
        long fewest = Math.min(first.count(), second.count());
        if (after.count() < (fewest + 1) / 2) {
            return List.of("had at least %d rows, has %d".formatted(fewest, after.count()));
        }
        if (whole()) {
            return List.of();
        }
        if (after.parts().isEmpty()) {
            return List.of("cannot be told apart into its columns any more: it grew, or cannot be read");
        }
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
        if (!go && fewer > 0) {
            differences.add("%d of the rows are missing that stayed before the disaster".formatted(fewer));
        }
    }

    private void newRows(Content after, List<String> differences) {
        if (!come && !go && after.count() > first.count()) {
            differences.add(
                    "had %d rows, none of which came or went, and has %d".formatted(first.count(), after.count()));
        }
    }

    /** Where all rows are told of together, a row more changes all columns. */
    private void changedColumns(Content after, List<String> differences) {
        Map<String, Integer> changed = new TreeMap<>();
        first.parts().forEach((key, digest) -> {
            Cell cell = Cell.of(key);
            String now = after.parts().get(key);
            boolean stayed = digest.equals(second.parts().get(key)) && !columns.contains(cell.column());
            boolean together = cell.row().isEmpty() && after.count() != first.count();
            if (stayed && !together && now != null && !now.equals(digest)) {
                changed.merge(cell.column(), 1, Integer::sum);
            }
        });
        changed.forEach((column, times) -> differences.add(
                "column %s has other content, though only %s before the disaster".formatted(column, what())));
    }

    /** What lives, in words. */
    String what() {
        List<String> what = new ArrayList<>();
        if (!columns.isEmpty()) {
            what.add((columns.size() == 1 ? "column " : "columns ") + String.join(", ", columns) + " changed");
        }
        if (come || go) {
            what.add(come && go ? "rows came and went" : come ? "rows came" : "rows went");
        }
        return what.isEmpty() ? "its content changed" : String.join(", and ", what);
    }

    /** Digests of the keys of all rows that are told apart. */
    private static Set<String> rows(Content content) {
        Set<String> rows = new HashSet<>();
        content.parts().keySet().forEach(key -> rows.add(Cell.of(key).row()));
        return rows;
    }
}
