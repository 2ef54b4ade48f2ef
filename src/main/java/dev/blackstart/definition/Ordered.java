package dev.blackstart.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Copies maps and sets without losing the order of the file, which {@link Map#copyOf} does. */
public final class Ordered {
    private Ordered() {}

    /** Copies a map. */
    public static <K, V> Map<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Copies a set. */
    public static <E> Set<E> copy(Set<E> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
}
