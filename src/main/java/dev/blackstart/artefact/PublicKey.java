package dev.blackstart.artefact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An OpenPGP certificate, as far as its own signatures vouch for it.
 *
 * @param fingerprint of the primary key, in capital hex
 * @param userIds that the key itself has signed and not revoked
 * @param disabled its owner's keyring says not to encrypt to it
 * @param source the file or keyring that it was read from
 */
public record PublicKey(
        String fingerprint,
        List<String> userIds,
        Component primary,
        List<Component> subkeys,
        boolean disabled,
        String source) {
    public PublicKey {
        userIds = List.copyOf(userIds);
        subkeys = List.copyOf(subkeys);
    }

    /**
     * The primary key or a subkey.
     *
     * @param id its key id, 16 digits of capital hex
     * @param encrypts it is meant for encryption, and its algorithm can do that
     */
    public record Component(
            String fingerprint,
            String id,
            String algorithm,
            boolean algorithmKnown,
            boolean encrypts,
            boolean revoked,
            Instant created,
            Optional<Instant> expires) {
        /** Says whether the component goes by this key id or fingerprint, in capital hex. */
        public boolean is(String name) {
            boolean shortened = name.length() >= 8 && name.length() <= 16;
            return fingerprint.equals(name) || (shortened && id.endsWith(name));
        }

        /** Says whether the component has expired by then. */
        public boolean expired(Instant when) {
            return expires.filter(end -> !end.isAfter(when)).isPresent();
        }
    }

    /** Lists the primary key and the subkeys. */
    public List<Component> components() {
        return Stream.concat(Stream.of(primary), subkeys.stream()).toList();
    }

    /** Says whether the key or one of its subkeys goes by this key id or fingerprint, in capital hex. */
    public boolean is(String name) {
        return components().stream().anyMatch(component -> component.is(name));
    }

    /** Lists the components to which a message could be encrypted then. */
    public List<Component> open(Instant when) {
        return primary.revoked() || primary.expired(when)
                ? List.of()
                : components().stream()
                        .filter(part -> part.encrypts() && !part.revoked() && !part.expired(when))
                        .toList();
    }

    /** Gives the component to which gpg would encrypt then: the newest of those that are open. */
    public Optional<Component> newestOpen(Instant when) {
        return open(when).stream().max(Comparator.comparing(Component::created));
    }

    /** Gives the first moment at which nothing can be encrypted to the key any more; empty if it never comes. */
    public Optional<Instant> closes(Instant now) {
        List<Component> open = open(now);
        Optional<Instant> subkeys =
                open.isEmpty() || open.stream().anyMatch(part -> part.expires().isEmpty())
                        ? Optional.empty()
                        : open.stream().flatMap(part -> part.expires().stream()).max(Instant::compareTo);
        return Stream.concat(primary.expires().stream(), subkeys.stream()).min(Instant::compareTo);
    }

    /** Names the key for people: its first user id, or its fingerprint. */
    public String shown() {
        return userIds.isEmpty() ? "key " + fingerprint : userIds.get(0);
    }
}
