package dev.blackstart.drift;

import dev.blackstart.artefact.Keyring;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.PublicKey.Component;
import dev.blackstart.artefact.RecipientList;
import dev.blackstart.finding.Place;
import java.time.Instant;
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

    List<Expected> check(RecipientList list) {
        List<Expected> all = list.entries().stream()
                .flatMap(entry -> Expected.of(entry, keyring).stream())
                .toList();
        all.stream().filter(one -> !one.isAge() && one.ssh().isEmpty()).forEach(this::check);
        return all;
    }

    private void check(Expected one) {
        Place place = one.entry().place();
        List<PublicKey> usable =
                one.keys().stream().filter(key -> !key.open(now).isEmpty()).toList();
        if (one.keys().isEmpty()) {
            findings.add(
                    DriftCode.GPG_ID_UNKNOWN,
                    place,
                    "\"%s\" matches no public key".formatted(one.entry().text()),
                    "Correct it, or import the key (`gpg --import`, or --keys FILE); a group of gpg.conf is not known here.");
        } else if (usable.size() > 1) {
            findings.add(
                    DriftCode.GPG_ID_AMBIGUOUS,
                    place,
                    "\"%s\" matches %d keys: %s".formatted(one.entry().text(), usable.size(), fingerprints(usable)),
                    "Write the fingerprint of the right one; gpg picks one by rules of its own.");
        }
        // Where one of several keys can be encrypted to, gpg passes the others over.
        (usable.isEmpty() ? one.keys() : usable).forEach(key -> keys.key(key, place));
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
