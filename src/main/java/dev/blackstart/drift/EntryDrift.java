package dev.blackstart.drift;

import dev.blackstart.artefact.Anew;
import dev.blackstart.artefact.Keyring;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.PublicKey.Component;
import dev.blackstart.artefact.RecipientList;
import dev.blackstart.artefact.RecipientList.Entry;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The entries of lists of recipients: whom gpg would encrypt to, were it asked now. */
final class EntryDrift {
    private final Keyring keyring;
    private final KeyDrift keys;
    private final Instant now;
    private final Findings findings;

    EntryDrift(Keyring keyring, KeyDrift keys, Instant now, Findings findings) {
        this.keyring = keyring;
        this.keys = keys;
        this.now = now;
        this.findings = findings;
    }

    /** @param top where the list's store begins */
    Listed check(RecipientList list, Path top) {
        List<Expected> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Entry entry : list.entries()) {
            List<Expected> members = Expected.of(entry, keyring);
            all.addAll(members);
            names.add(members.stream().anyMatch(EntryDrift::revoked) ? "NEW" : entry.text());
        }
        String encrypt = "encrypt the files anew with it: `%s`".formatted(Anew.init(top, list.folder(), names));
        all.stream().filter(one -> !one.isAge() && one.ssh().isEmpty()).forEach(one -> check(one, encrypt));
        return new Listed(list, all, refused(all), encrypt);
    }

    private static boolean revoked(Expected one) {
        return !one.keys().isEmpty()
                && one.keys().stream().allMatch(key -> key.primary().revoked());
    }

    /** Says which entries gpg would refuse to encrypt to, and the whole file with them. */
    private String refused(List<Expected> expected) {
        List<String> refused = expected.stream()
                .filter(one -> !one.isAge() && one.ssh().isEmpty())
                .filter(one -> one.keys().stream().allMatch(key -> key.open(now).isEmpty() || key.disabled()))
                .map(one -> one.entry().place().fileAndLine())
                .distinct()
                .toList();
        return refused.isEmpty()
                ? ""
                : "First mend what is found at %s, as gpg encrypts to all or nobody. "
                        .formatted(String.join(", ", refused));
    }

    private void check(Expected one, String encrypt) {
        Place place = one.entry().place();
        List<PublicKey> usable =
                one.keys().stream().filter(key -> !key.open(now).isEmpty()).toList();
        if (one.keys().isEmpty()) {
            findings.add(
                    DriftCode.GPG_ID_UNKNOWN,
                    place,
                    "\"%s\" matches no public key".formatted(one.entry().text()),
                    "Get the key from its owner and compare its fingerprint with them, then `gpg --import FILE`, or name it with --keys FILE; or correct the entry.");
        } else if (usable.size() > 1) {
            findings.add(
                    DriftCode.GPG_ID_AMBIGUOUS,
                    place,
                    "\"%s\" matches %d keys: %s".formatted(one.entry().text(), usable.size(), fingerprints(usable)),
                    "Write the fingerprint of the one that is meant in its place; gpg picks one by rules of its own.");
        }
        // Where one of several keys can be encrypted to, gpg passes the others over.
        (usable.isEmpty() ? one.keys() : usable).forEach(key -> keys.key(key, place, encrypt));
        if (one.entry().text().endsWith("!")) {
            usable.forEach(key -> exact(one, key));
        }
    }

    private void exact(Expected one, PublicKey key) {
        Stream<Component> asked =
                key.components().stream().filter(part -> part.is(one.id().orElse("")));
        asked.filter(part -> !key.open(now).contains(part))
                .forEach(part -> findings.add(
                        DriftCode.KEY_UNUSABLE,
                        one.entry().place(),
                        "nothing can be encrypted to the part %s of the key of %s, which \"!\" asks for"
                                .formatted(part.id(), key.shown()),
                        "Take the \"!\" away: gpg then takes the part of the same key that is for encryption."));
    }

    private static String fingerprints(List<PublicKey> keys) {
        return String.join(", ", keys.stream().map(PublicKey::fingerprint).toList());
    }
}
