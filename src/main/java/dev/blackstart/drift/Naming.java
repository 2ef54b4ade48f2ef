package dev.blackstart.drift;

import dev.blackstart.artefact.Keyring;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.SshKeys;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Person;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whom a reader means by a name, a mail address, a fingerprint or a key id. */
public final class Naming {
    private static final Pattern SSH = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
    private static final Pattern ADDRESS = Pattern.compile("<?[^@\\s<>]+@[^@\\s<>]+>?");

    private final Map<String, Person> people;
    private final Keyring keyring;
    private final Holders holders;

    /** @param keyring that of the artefacts from which the inventory was made, or {@link Keyring#none()} */
    public Naming(Inventory inventory, Keyring keyring) {
        this.people = inventory.people();
        this.keyring = keyring;
        this.holders = new Holders(keyring, people.values());
    }

    /** Lists the people of the inventory whom the text may mean: one whose whole name it is, or else all whom it fits. */
    public Set<String> meant(String text) {
        if (people.containsKey(text)) {
            return Set.of(text);
        }
        Set<String> meant = new TreeSet<>();
        people.values().stream()
                .filter(person -> realName(person.name()).equalsIgnoreCase(text) || documented(person, text))
                .map(Person::name)
                .forEach(meant::add);
        held(text).filter(people::containsKey).forEach(meant::add);
        return meant;
    }

    /** Takes comment and address off a user id. */
    private static String realName(String userId) {
        return userId.replaceFirst("\\s*(\\([^()]*\\)\\s*)?<[^<>]*>$", "");
    }

    private static boolean documented(Person person, String text) {
        String address = Keyring.address(text);
        Optional<String> id = Keyring.keyId(text);
        return person.keys().stream()
                .anyMatch(key -> key.equals(text)
                        || key.equals(address)
                        || id.filter(name -> key.matches("[0-9A-F]+") && key.endsWith(name))
                                .isPresent());
    }

    private Stream<String> held(String text) {
        if (SSH.matcher(text).matches()) {
            return holders.holder(new Recipient.Ssh(SshKeys.tagOf(text), text)).stream();
        }
        if (Keyring.keyId(text).isEmpty() && !ADDRESS.matcher(text).matches()) {
            return Stream.of(); // A part of a name may be a part of another name, too.
        }
        return keyring.named(text.toLowerCase(Locale.ROOT)).stream()
                .flatMap(key -> Stream.concat(
                        holders.holder(new Recipient.OpenPgp(key.fingerprint(), "")).stream(), sharing(key)));
    }

    /** Lists who is known by the address of a key, as several keys of an address count as one person's. */
    private Stream<String> sharing(PublicKey key) {
        Set<String> addresses = key.userIds().stream().map(Keyring::address).collect(Collectors.toSet());
        return people.keySet().stream().filter(name -> addresses.contains(Keyring.address(name)));
    }
}
