package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.PublicKey.Component;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.Slot;
import dev.blackstart.finding.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys that stores and rules name, and those that files are encrypted to: can they still be used, are they known. */
final class KeyDrift {
    private static final String ENCRYPT = "encrypt the files anew with it in the place of the old one";
    private static final Duration SOON = Duration.ofDays(30);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final Holders holders;
    private final Instant now;
    private final Findings findings;
    private final Set<String> checked = new HashSet<>();
    private final Map<String, Used> unknown = new LinkedHashMap<>();
    private final Map<String, Used> revoked = new LinkedHashMap<>();

    /** Where a key is used first, and in how many files. */
    private record Used(String name, Place first, String encrypt, int files) {
        Used again() {
            return new Used(name, first, encrypt, files + 1);
        }

        String times() {
            return files == 1 ? "this file" : "this file and " + (files - 1) + " more";
        }
    }

    KeyDrift(Holders holders, Instant now, Findings findings) {
        this.holders = holders;
        this.now = now;
        this.findings = findings;
    }

    /** Looks at a key to which files are to be encrypted from now on. */
    void key(PublicKey key, Place place) {
        key(key, place, ENCRYPT);
    }

    /** @param encrypt how what hangs on the place is encrypted to somebody's new key */
    void key(PublicKey key, Place place, String encrypt) {
        if (!checked.add(key.fingerprint())) {
            return;
        }
        for (Component component : key.components()) {
            if (!component.algorithmKnown()) {
                findings.add(
                        DriftCode.KEY_ALGORITHM_UNKNOWN,
                        place,
                        "the key of %s has a part with an unknown algorithm: %s (%s)"
                                .formatted(key.shown(), component.id(), component.algorithm()),
                        "Ask its owner for the key without that part, if a newer gpg can make it; nothing is known here about files encrypted to it.");
            }
        }
        if (key.primary().revoked()) {
            revoked(key.shown(), place, "nothing can be encrypted to it any more", encrypt);
        } else if (key.primary().expired(now)) {
            findings.add(
                    DriftCode.KEY_EXPIRED,
                    place,
                    "the key of %s has expired on %s".formatted(key.shown(), day(key.primary())),
                    moreTime(key));
        } else if (key.open(now).isEmpty()) {
            unusable(key, place);
        } else {
            key.closes(now)
                    .filter(end -> end.isBefore(now.plus(SOON)))
                    .ifPresent(end -> findings.add(
                            DriftCode.KEY_EXPIRES_SOON,
                            place,
                            "the key of %s expires on %s".formatted(key.shown(), DAY.format(end)),
                            moreTime(key)));
        }
        if (key.disabled()) {
            findings.add(
                    DriftCode.KEY_DISABLED,
                    place,
                    "the key of %s is disabled in the keyring".formatted(key.shown()),
                    "Enable it: `printf 'enable\\nsave\\n' | gpg --batch --command-fd 0 --edit-key %s`; or take it out of the list."
                            .formatted(key.fingerprint()));
        }
    }

    private void unusable(PublicKey key, Place place) {
        List<Component> able =
                key.subkeys().stream().filter(Component::encrypts).toList();
        if (!able.isEmpty() && able.stream().allMatch(part -> part.revoked() || part.expired(now))) {
            boolean expired = able.stream().anyMatch(part -> !part.revoked());
            findings.add(
                    expired ? DriftCode.KEY_EXPIRED : DriftCode.KEY_REVOKED,
                    place,
                    "every subkey for encryption of %s is %s".formatted(key.shown(), expired ? "expired" : "revoked"),
                    "Its owner can add one: `gpg --quick-add-key %s cv25519 encr`, then export the key."
                            .formatted(key.fingerprint()));
        } else {
            findings.add(
                    DriftCode.KEY_UNUSABLE,
                    place,
                    "nothing can be encrypted to the key of %s: it has no part for that".formatted(key.shown()),
                    "Its owner can add one: `gpg --quick-add-key %s cv25519 encr`, then export the key."
                            .formatted(key.fingerprint()));
        }
    }

    /** Looks at the keys that a file is encrypted to. */
    void recipients(EncryptedFile file) {
        recipients(file, ENCRYPT);
    }

    /** @param encrypt how the file is encrypted to somebody's new key */
    void recipients(EncryptedFile file, String encrypt) {
        for (Slot slot : file.slots()) {
            if (slot.recipient() instanceof Recipient.OpenPgp recipient) {
                List<PublicKey> keys = holders.keys(recipient);
                if (keys.isEmpty()) {
                    use(unknown, recipient.id(), recipient.id(), slot.place(), encrypt);
                }
                for (PublicKey key : keys) {
                    key.components().stream()
                            .filter(component -> component.is(recipient.id()))
                            .filter(component ->
                                    component.revoked() || key.primary().revoked())
                            .forEach(component -> use(revoked, component.id(), key.shown(), slot.place(), encrypt));
                }
            }
        }
    }

    private static void use(Map<String, Used> uses, String id, String name, Place place, String encrypt) {
        uses.compute(id, (key, used) -> used == null ? new Used(name, place, encrypt, 1) : used.again());
    }

    /** Reports what was gathered over all files. */
    void finish() {
        unknown.forEach((id, used) -> findings.add(
                DriftCode.KEY_UNKNOWN,
                used.first(),
                "key %s opens %s, and no keyring holds it: nobody can tell whose it is".formatted(id, used.times()),
                "Ask around, or a key server: `gpg --recv-keys %s`; give the key with --keys FILE.".formatted(id)));
        revoked.forEach((id, used) -> revoked(
                used.name(), used.first(), "its part %s still opens %s".formatted(id, used.times()), used.encrypt()));
    }

    private void revoked(String name, Place place, String consequence, String encrypt) {
        findings.add(
                DriftCode.KEY_REVOKED,
                place,
                "the key of %s is revoked: %s".formatted(name, consequence),
                "Ask its owner for the new key, whose fingerprint is NEW here, and import it. Then %s. If the old one was stolen, change the secrets."
                        .formatted(encrypt));
    }

    /** Gives the owner's commands that let encryption go on for two years, as gpg does for each part on its own. */
    private String moreTime(PublicKey key) {
        Instant until = now.plus(SOON);
        String set = "gpg --quick-set-expire " + key.fingerprint() + " 2y";
        Stream<String> primary = key.primary().expired(until) ? Stream.of(set) : Stream.of();
        List<Component> able = key.subkeys().stream()
                .filter(part -> part.encrypts() && !part.revoked())
                .toList();
        Stream<String> subkey = able.stream().allMatch(part -> part.expired(until))
                ? able.stream()
                        .max(Comparator.comparing(part -> part.expires().orElse(Instant.MAX)))
                        .map(part -> set + " " + part.fingerprint())
                        .stream()
                : Stream.of();
        return "Its owner can give it more time: `%s`, and then export it."
                .formatted(Stream.concat(primary, subkey).collect(Collectors.joining(" && ")));
    }

    private static String day(Component component) {
        return component.expires().map(DAY::format).orElse("a day unknown");
    }
}
