package dev.blackstart.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of formulas, by their ids: no table is faster to look things up in. */
final class ById<V> {
    private final List<@Nullable V> values = new ArrayList<>();

    /** Gives what is known of a formula; null where nothing is. */
    @Nullable
    V get(Formula formula) {
        return formula.id() < values.size() ? values.get(formula.id()) : null;
    }

    boolean has(Formula formula) {
        return get(formula) != null;
    }

    void put(Formula formula, V value) {
        while (values.size() <= formula.id()) {
            values.add(null);
        }
        values.set(formula.id(), value);
    }
}
