package dev.blackstart.drift;

import dev.blackstart.artefact.Keyring;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.RecipientList.Entry;
import dev.blackstart.artefact.SshKeys;
import java.util.List;
import java.util.Optional;

/**
 * What an entry of a list of recipients stands for.
 *
 * @param keys those that gpg would take the entry for
 * @param id the key id or fingerprint that the entry is
 * @param exact a trailing {@code !} asks for this subkey and no other, and it is one that can be encrypted to
 * @param ssh the SSH key that the entry is
 */
record Expected(Entry entry, List<PublicKey> keys, Optional<String> id, boolean exact, Optional<Recipient.Ssh> ssh) {
    /** Gives what gpg makes of the entry: one, or each member of a group of its configuration. */
    static List<Expected> of(Entry entry, Keyring keyring) {
        return keyring.members(entry.text()).stream()
                .map(member -> one(new Entry(member, entry.place()), keyring))
                .toList();
    }

    private static Expected one(Entry entry, Keyring keyring) {
        Optional<Recipient.Ssh> ssh = SshKeys.recipient(entry.text());
        boolean age = ssh.isPresent() || entry.text().startsWith("age1");
        List<PublicKey> keys = age ? List.of() : keyring.named(entry.text());
        Optional<String> id = age ? Optional.empty() : Keyring.keyId(entry.text());
        boolean able = keys.isEmpty()
                || keys.stream()
                        .flatMap(key -> key.components().stream())
                        .anyMatch(part -> part.is(id.orElse("")) && part.encrypts());
        return new Expected(entry, keys, id, able && entry.text().endsWith("!"), ssh);
    }

    boolean isAge() {
        return entry.text().startsWith("age1");
    }

    /** Says whether it can be told if a file has this recipient. */
    boolean resolved() {
        return !keys.isEmpty() || ssh.isPresent();
    }

    boolean matches(Recipient recipient) {
        if (recipient instanceof Recipient.OpenPgp key) {
            return id.filter(name -> key.id().endsWith(name) || name.endsWith(key.id()))
                            .isPresent()
                    || (!exact && keys.stream().anyMatch(expected -> expected.is(key.id())))
                    || (exact && id.isPresent() && keys.stream().anyMatch(expected -> names(expected, key.id())));
        }
        return recipient instanceof Recipient.Ssh key
                && ssh.filter(expected -> expected.tag().equals(key.tag())).isPresent();
    }

    private boolean names(PublicKey key, String recipient) {
        return key.components().stream().anyMatch(component -> component.is(id.orElse("")) && component.is(recipient));
    }

    String shown() {
        return keys.isEmpty() ? entry.text() : keys.get(0).shown();
    }
}
