package dev.blackstart.drift;

import dev.blackstart.artefact.Anew;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.RecipientList;
import dev.blackstart.artefact.RecipientList.Entry;
import dev.blackstart.artefact.StoreFile;
import dev.blackstart.definition.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What to do about a file of a password-store: its list says who opens it, and whatever else the list is for. */
final class StoreRemedy implements Remedy {
    private final StoreFile stored;
    private final Holders holders;
    private final Predicate<String> opensAll;

    /** @param opensAll whether by the inventory a person opens everything that the file's list is for */
    StoreRemedy(StoreFile stored, Holders holders, Predicate<String> opensAll) {
        this.stored = stored;
        this.holders = holders;
        this.opensAll = opensAll;
    }

    @Override
    public String openTo(Person person) {
        String key = key(person);
        Optional<RecipientList> list = stored.list();
        Optional<String> anew = stored.anew().encrypt();
        if (list.isEmpty() || anew.isEmpty()) {
            return "write down in a %s who opens it, %s among them, and encrypt it anew"
                    .formatted(stored.anew().suffix().list(), person.name());
        }
        if (list.get().entries().stream().anyMatch(entry -> isOf(entry, person))) {
            return "encrypt it anew to whom the list names, as somebody who opens it: `%s`".formatted(anew.get());
        }
        if (!stored.anew().isOfPass()) {
            return "name %s in a %s of a folder that holds nothing but what %s is to open, and encrypt the file there anew"
                    .formatted(key, stored.anew().suffix().list(), person.name());
        }
        return opensAll.test(person.name())
                ? "let %s name them, too, as somebody who opens what it is for: `%s`"
                        .formatted(
                                list.get().file(),
                                Anew.init(
                                        stored.anew().top(),
                                        list.get().folder(),
                                        names(list.get().entries().stream(), key)))
                : folder(list.get(), key);
    }

    /** The list is for files, too, that the person is not to open. */
    private String folder(RecipientList list, String key) {
        String name = stored.anew().name();
        String inside = name + "/" + name.substring(name.lastIndexOf('/') + 1);
        return "give it a folder of its own, as somebody who opens it: `%s && %s`, and say `file: %s`"
                .formatted(
                        Anew.init(stored.anew().top(), name, names(list.entries().stream(), key)),
                        Anew.move(stored.anew().top(), name, inside),
                        InventoryLines.text(inside));
    }

    private static List<String> names(Stream<Entry> entries, String key) {
        return Stream.concat(entries.map(Entry::text), Stream.of(key)).toList();
    }

    private boolean isOf(Entry entry, Person person) {
        return holders.expected(entry).stream()
                .flatMap(one -> one.keys().stream())
                .anyMatch(
                        key -> holders.person(key).filter(person.name()::equals).isPresent());
    }

    /** A key of the kind that encrypts the file. */
    private String key(Person person) {
        boolean pass = stored.anew().isOfPass();
        return person.keys().stream()
                .filter(key -> pass ? !key.startsWith("SHA256:") && !key.startsWith("age1") : key.startsWith("age1"))
                .findFirst()
                .orElse("a key of " + person.name() + "'s");
    }

    /** A password-store knows no quorum. */
    @Override
    public String askForMore() {
        return "move the secret to where that many are needed, and change it";
    }

    @Override
    public String shutOut(Recipient recipient) {
        Optional<RecipientList> list = stored.list();
        Optional<String> anew = stored.anew().encrypt();
        if (list.isEmpty() || anew.isEmpty()) {
            return "encrypt the file anew to whoever is to open it, and change the secret";
        }
        List<Entry> others = list.get().entries().stream()
                .filter(entry -> holders.expected(entry).stream().noneMatch(one -> one.matches(recipient)))
                .toList();
        if (others.isEmpty()) {
            return "name somebody else in %s first, as the list has nobody but them"
                    .formatted(list.get().file());
        }
        String how = others.size() == list.get().entries().size()
                ? "let somebody who opens it encrypt it anew to whom the list names: `%s`".formatted(anew.get())
                : stored.anew().isOfPass()
                        ? "let somebody who opens what %s is for take them out: `%s`"
                                .formatted(
                                        list.get().file(),
                                        Anew.init(
                                                stored.anew().top(),
                                                list.get().folder(),
                                                others.stream().map(Entry::text).toList()))
                        : "take them out of %s, and let somebody who opens the file encrypt it anew: `%s`"
                                .formatted(list.get().file(), anew.get());
        return how + ", and change the secret";
    }
}
