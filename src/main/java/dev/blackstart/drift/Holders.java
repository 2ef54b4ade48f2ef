package dev.blackstart.drift;

import dev.blackstart.artefact.Keyring;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.RecipientList;
import dev.blackstart.artefact.SshKeys;
import dev.blackstart.definition.Person;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whose the recipients are: people of the inventory, or else the user ids and ids of keys. */
final class Holders {
    private final Keyring keyring;
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final SharedNames shared;

    Holders(Keyring keyring, Collection<Person> people) {
        this(keyring, people, Stream.of());
    }

    /** @param used keys, some of which may be one person's, although no document says so */
    Holders(Keyring keyring, Collection<Person> people, Stream<PublicKey> used) {
        this.keyring = keyring;
        for (Person person : people) {
            for (String key : person.keys()) {
                owners.put(key, person.name());
                if (key.startsWith("SHA256:")) {
                    tags.put(SshKeys.tagOf(key), person.name());
                }
            }
        }
        this.shared = new SharedNames(
                used.distinct().filter(key -> person(key).isEmpty()).toList());
    }

    /** Says whether documents name anybody's keys. */
    boolean areDocumented() {
        return !owners.isEmpty();
    }

    /** Gives the keys that count as one person's without a document. */
    SharedNames shared() {
        return shared;
    }

    /** Names who holds the key; empty where the recipient is no known key: hidden, a passphrase, a machine. */
    Optional<String> holder(Recipient recipient) {
        Optional<String> person = person(recipient);
        if (person.isPresent()) {
            return person;
        }
        if (recipient instanceof Recipient.OpenPgp key) {
            return Optional.of(keys(key).stream()
                    .findFirst()
                    .map(shared::name)
                    .orElse("key " + (key.claim().isEmpty() ? key.id() : key.claim())));
        }
        if (recipient instanceof Recipient.Age age) {
            return Optional.of(age.recipient());
        }
        if (recipient instanceof Recipient.Ssh ssh) {
            return Optional.of("ssh key " + (ssh.fingerprint().isEmpty() ? ssh.tag() : ssh.fingerprint()));
        }
        return Optional.empty();
    }

    /** The same, with the key itself where the holder has several. */
    Optional<String> holderAndKey(Recipient recipient) {
        return holder(recipient)
                .map(name -> recipient instanceof Recipient.OpenPgp key
                                && keys(key).stream().anyMatch(shared::isShared)
                        ? "%s with the key %s".formatted(name, identity(recipient))
                        : name);
    }

    /** Names the person of the inventory whose key it is. */
    Optional<String> person(Recipient recipient) {
        if (recipient instanceof Recipient.OpenPgp key) {
            return keys(key).stream()
                    .flatMap(found -> person(found).stream())
                    .findFirst()
                    .or(() -> Optional.ofNullable(owners.get(key.id())))
                    .or(() -> Optional.ofNullable(owners.get(key.claim())));
        }
        if (recipient instanceof Recipient.Age age) {
            return Optional.ofNullable(owners.get(age.recipient().toLowerCase(Locale.ROOT)));
        }
        if (recipient instanceof Recipient.Ssh ssh) {
            return Optional.ofNullable(tags.get(ssh.tag()));
        }
        return Optional.empty();
    }

    /** Gives whom an entry of a list of recipients stands for. */
    List<Expected> expected(RecipientList.Entry entry) {
        return Expected.of(entry, keyring);
    }

    /** Says whether it is an OpenPGP key that nobody can be told to hold, as no keyring and no document has it. */
    boolean stranger(Recipient recipient) {
        return recipient instanceof Recipient.OpenPgp key
                && keys(key).isEmpty()
                && person(recipient).isEmpty();
    }

    Optional<String> personOfSsh(String fingerprint) {
        return Optional.ofNullable(owners.get(fingerprint));
    }

    Optional<String> person(PublicKey key) {
        Set<String> names = new HashSet<>();
        key.components().forEach(component -> names.add(component.fingerprint()));
        key.userIds().forEach(id -> names.add(Keyring.address(id)));
        return names.stream()
                .filter(owners::containsKey)
                .map(owners::get)
                .sorted()
                .findFirst();
    }

    List<PublicKey> keys(Recipient.OpenPgp key) {
        return keyring.holding(key.id());
    }

    /** Writes a key as an inventory names it. */
    String written(Recipient recipient) {
        if (recipient instanceof Recipient.Age age) {
            return age.recipient();
        }
        if (recipient instanceof Recipient.Ssh ssh) {
            return ssh.fingerprint().isEmpty() ? "what `ssh-keygen -l` says of it" : ssh.fingerprint();
        }
        return identity(recipient);
    }

    /** Spells a recipient so that the same key is the same text, however artefacts name it. */
    String identity(Recipient recipient) {
        if (recipient instanceof Recipient.OpenPgp key) {
            return keys(key).stream()
                    .findFirst()
                    .map(PublicKey::fingerprint)
                    .orElse(key.claim().isEmpty() ? key.id() : key.claim());
        }
        if (recipient instanceof Recipient.Age age) {
            return age.recipient();
        }
        return recipient instanceof Recipient.Ssh ssh ? "ssh " + ssh.tag() : recipient.toString();
    }
}
