package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words in which of its columns a table or a view was defined otherwise. */
final class MariadbColumns {
    private MariadbColumns() {}

    static Optional<String> between(Content before, Content after) {
        Map<String, MariadbColumn> was = byName(before);
        Map<String, MariadbColumn> is = byName(after);
        List<String> changes = new ArrayList<>();
        was.forEach((name, column) -> {
            MariadbColumn now = is.get(name);
            if (now == null) {
                changes.add("column %s is missing".formatted(name));
            } else {
                column.attributes().forEach((attribute, value) -> {
                    String other = now.attributes().get(attribute);
                    if (!value.equals(other)) {
                        changes.add("%s of column %s was %s, is %s"
                                .formatted(
                                        attribute, name, ShownValue.of(value), ShownValue.of(String.valueOf(other))));
                    }
                });
            }
        });
        is.keySet().stream()
                .filter(name -> !was.containsKey(name))
                .forEach(name -> changes.add("column %s was not there before".formatted(name)));
        return changes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", changes));
    }

    private static Map<String, MariadbColumn> byName(Content columns) {
        return MariadbColumn.of(columns.content()).stream()
                .collect(Collectors.toMap(MariadbColumn::name, Function.identity(), (one, other) -> one, TreeMap::new));
    }
}
