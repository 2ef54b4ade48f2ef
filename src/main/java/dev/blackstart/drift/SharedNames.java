package dev.blackstart.drift;

import dev.blackstart.artefact.Keyring;
import dev.blackstart.artefact.PublicKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys that count as one person's, as they share a mail address: two tokens of one person must not pass for two people.
 * A user id without an address is one itself.
 */
final class SharedNames {
    private static final Comparator<String> SHORTEST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Map<String, List<PublicKey>> groups = new HashMap<>();

    SharedNames(Collection<PublicKey> keys) {
        Map<String, PublicKey> known = new HashMap<>();
        for (PublicKey key : keys) {
            Set<PublicKey> joined = new LinkedHashSet<>(Set.of(key));
            addresses(key).forEach(address -> {
                PublicKey other = known.putIfAbsent(address, key);
                if (other != null) {
                    joined.addAll(groups.getOrDefault(other.fingerprint(), List.of()));
                }
            });
            joined.forEach(one -> groups.put(one.fingerprint(), List.copyOf(joined)));
        }
    }

    private static Stream<String> addresses(PublicKey key) {
        return key.userIds().stream().map(Keyring::address);
    }

    /** Names the person whose the key is taken for. */
    String name(PublicKey key) {
        List<PublicKey> group = groups.getOrDefault(key.fingerprint(), List.of());
        return group.size() < 2
                ? key.shown()
                : group.stream().map(PublicKey::shown).min(SHORTEST).orElse(key.shown());
    }

    /** Says whether other keys are taken for the same person's. */
    boolean isShared(PublicKey key) {
        return groups.getOrDefault(key.fingerprint(), List.of()).size() > 1;
    }

    /** Lists the keys that are taken for one person's, where they are several. */
    Set<List<PublicKey>> several() {
        Set<List<PublicKey>> several = new HashSet<>(groups.values());
        several.removeIf(group -> group.size() < 2);
        return several;
    }

    /** Lists the addresses that more than one of the keys has. */
    static List<String> shared(List<PublicKey> group) {
        return group.stream()
                .flatMap(key -> addresses(key).distinct())
                .collect(Collectors.groupingBy(address -> address, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
