package dev.blackstart.access;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Copies sets without losing their order. */
final class Ordered {
    private Ordered() {}

    static <E> Set<E> copy(Set<E> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
}
