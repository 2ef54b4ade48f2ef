package dev.blackstart.artefact;

import dev.blackstart.artefact.PublicKey.Component;
import dev.blackstart.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;

/** Public keys by their ids and people; signatures are checked when a key is first asked for, as keyrings are large. */
public final class Keyring {
    private final Map<String, Certificate> certificates = new LinkedHashMap<>();
    private final Map<String, Set<String>> byId = new HashMap<>();
    private final Map<String, PublicKey> read = new HashMap<>();
    private final GpgSays said;
    private final List<Finding> faults;

    Keyring(List<Certificate> certificates, GpgSays said, List<Finding> faults) {
        this.said = said;
        this.faults = List.copyOf(faults);
        for (Certificate certificate : certificates) {
            PGPPublicKeyRing ring = certificate.ring();
            String fingerprint = Certificate.fingerprint(ring.getPublicKey());
            this.certificates.merge(fingerprint, certificate, Certificates::joined);
            for (PGPPublicKey key : ring) {
                index(Certificate.id(key), fingerprint);
                index(Certificate.fingerprint(key), fingerprint);
            }
        }
    }

    /** Gives a keyring in which nobody has a key. */
    public static Keyring none() {
        return new Keyring(List.of(), GpgSays.NOTHING, List.of());
    }

    private void index(String id, String fingerprint) {
        byId.computeIfAbsent(id, absent -> new LinkedHashSet<>()).add(fingerprint);
    }

    /** Lists the keys that have a key or subkey of this key id (16 digits) or fingerprint, in capital hex. */
    public List<PublicKey> holding(String id) {
        return byId.getOrDefault(id, Set.of()).stream().map(this::key).toList();
    }

    /**
     * Lists the keys that gpg would take this text for: a fingerprint, a key id, a keygrip, an address, or a part of a
     * user id. A keygrip is known of the user's own keyring only.
     */
    public List<PublicKey> named(String text) {
        Optional<String> id = keyId(text);
        if (id.isPresent()) {
            return withId(id.get());
        }
        Optional<String> keygrip = KeyName.keygrip(text);
        if (keygrip.isPresent()) {
            return Stream.ofNullable(said.keygrips().get(keygrip.get()))
                    .flatMap(fingerprint -> holding(fingerprint).stream())
                    .toList();
        }
        return KeyName.userIds(text).stream()
                .map(this::withUserId)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Lists what the user's gpg has this name stand for: its group's members, or else the name alone. */
    public List<String> members(String name) {
        return said.groups().getOrDefault(name.strip().toLowerCase(Locale.ROOT), List.of(name));
    }

    /** Gives the key id or fingerprint that the text is, in capital hex. */
    public static Optional<String> keyId(String text) {
        return KeyName.id(text);
    }

    /** Lists every key. */
    public List<PublicKey> all() {
        return certificates.keySet().stream().map(this::key).toList();
    }

    /** Tells what could not be read of the keys. */
    public List<Finding> faults() {
        return faults;
    }

    private List<PublicKey> withId(String id) {
        if (id.length() >= 16) {
            return holding(id);
        }
        return byId.entrySet().stream()
                .filter(entry -> entry.getKey().length() == 16 && entry.getKey().endsWith(id))
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .map(this::key)
                .toList();
    }

    private List<PublicKey> withUserId(Predicate<String> wanted) {
        List<PublicKey> found = new ArrayList<>();
        certificates.forEach((fingerprint, certificate) -> {
            if (certificate.userIds().stream().anyMatch(wanted)
                    && key(fingerprint).userIds().stream().anyMatch(wanted)) {
                found.add(key(fingerprint));
            }
        });
        return found;
    }

    /** Gives the mail address in a user id, in small letters. */
    public static String address(String userId) {
        return KeyName.address(userId);
    }

    private PublicKey key(String fingerprint) {
        return read.computeIfAbsent(fingerprint, this::evaluate);
    }

    private PublicKey evaluate(String fingerprint) {
        Certificate certificate = certificates.get(fingerprint);
        if (certificate == null) {
            throw new IllegalStateException("the index names a key that is not there: " + fingerprint);
        }
        return certificate.read(said.disabled().contains(fingerprint));
    }

    /**
     * Encrypts a text to the component with this fingerprint, armored; empty where no key has it, or its algorithm is not
     * known here.
     */
    public Optional<String> encrypted(String fingerprint, String text) {
        return byId.getOrDefault(fingerprint, Set.of()).stream()
                .map(certificates::get)
                .flatMap(certificate -> certificate.encrypted(fingerprint, text).stream())
                .findFirst();
    }

    /** Says whether a component of some key goes by this name, and gives it. */
    public Optional<Component> component(String id) {
        return holding(id).stream()
                .flatMap(key -> key.components().stream())
                .filter(component -> component.is(id))
                .findFirst();
    }
}
