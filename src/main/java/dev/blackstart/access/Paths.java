package dev.blackstart.access;

import dev.blackstart.definition.SecretOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The ways by which people open secrets: whatever the same people open is looked for in one go, and then let go; what
 * others open, beside it.
 */
final class Paths {
    private final SecretOrder order;
    private final Map<Set<String>, List<Set<String>>> asked = new LinkedHashMap<>();
    private final Map<Set<String>, List<PathStep>> paths = new ConcurrentHashMap<>();

    Paths(SecretOrder order) {
        this.order = order;
    }

    /** Asks by which way these people open these secrets. */
    void ask(Set<String> secrets, Set<String> people) {
        asked.computeIfAbsent(people, none -> new ArrayList<>()).add(secrets);
    }

    /** Finds all that was asked for. */
    Paths find() {
        asked.entrySet().parallelStream().forEach(each -> find(each.getKey(), each.getValue()));
        return this;
    }

    private void find(Set<String> people, List<Set<String>> all) {
        Set<String> wanted = all.stream().flatMap(Set::stream).collect(Collectors.toSet());
        Opened opened = new Opened(order.groups(wanted), people, store -> false);
        all.forEach(secrets -> paths.put(secrets, opened.path(secrets)));
    }

    List<PathStep> of(Set<String> secrets) {
        return Objects.requireNonNull(paths.get(secrets));
    }
}
