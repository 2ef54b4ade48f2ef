package dev.blackstart.drift;

import dev.blackstart.artefact.CreationRule;
import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.RecipientList;
import dev.blackstart.artefact.Slot;
import dev.blackstart.drift.Openers.Intention;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects who is to open which file, from everything that says so. */
final class Intentions {
    private final Holders holders;
    private final Map<Path, List<Intention>> found = new HashMap<>();

    Intentions(Holders holders) {
        this.holders = holders;
    }

    void add(EncryptedFile file, String by, boolean alone, Set<String> people) {
        found.computeIfAbsent(file.path(), none -> new ArrayList<>()).add(new Intention(by, alone, people));
    }

    void list(EncryptedFile file, RecipientList list, List<Expected> entries) {
        add(
                file,
                list.file().toString(),
                true,
                entries.stream().flatMap(this::holder).collect(Collectors.toSet()));
    }

    private Stream<String> holder(Expected entry) {
        Stream<Recipient> recipients = entry.isAge()
                ? Stream.of(new Recipient.Age(entry.entry().text()))
                : Stream.concat(
                        entry.ssh().stream(),
                        entry.keys().stream().map(PublicKey::fingerprint).map(key -> new Recipient.OpenPgp(key, "")));
        return recipients.flatMap(recipient -> holders.holder(recipient).stream());
    }

    void rule(EncryptedFile file, CreationRule rule) {
        add(
                file,
                rule.place().fileAndLine(),
                rule.needed() == 1,
                rule.groups().stream()
                        .flatMap(List::stream)
                        .flatMap(slot -> holders.holder(slot.recipient()).stream())
                        .collect(Collectors.toSet()));
    }

    Openers of(EncryptedFile file) {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        for (Slot slot : file.slots()) {
            holders.holder(slot.recipient())
                    .ifPresent(name -> keys.computeIfAbsent(name, none -> new LinkedHashSet<>())
                            .add(spelled(slot.recipient())));
        }
        boolean told = file.whole()
                && file.slots().stream()
                        .map(Slot::recipient)
                        .noneMatch(one -> one instanceof Recipient.Hidden || holders.stranger(one));
        return new Openers(file.path(), keys, told, found.getOrDefault(file.path(), List.of()));
    }

    private String spelled(Recipient recipient) {
        return recipient instanceof Recipient.Age age ? age.recipient() : holders.identity(recipient);
    }
}
