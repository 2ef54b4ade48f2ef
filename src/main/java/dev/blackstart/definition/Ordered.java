package dev.blackstart.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Copies maps and sets without losing the order of the file, which {@link Map#copyOf} does. */
final class Ordered {
    private Ordered() {}

    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static <E> Set<E> copy(Set<E> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
}
