package dev.blackstart.artefact;

import dev.blackstart.artefact.Node.Fields;
import dev.blackstart.artefact.Node.Items;
import dev.blackstart.artefact.Node.Nothing;
import dev.blackstart.artefact.Node.Text;
import dev.blackstart.artefact.Recipient.Age;
import dev.blackstart.artefact.Recipient.OpenPgp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the groups of keys of sops, in the metadata of files and in creation rules, which name them alike. What is not
 * understood is said, as nobody can tell whether it names a key.
 */
final class SopsKeys {
    private static final String GROUPS = "key_groups";
    private static final String MERGE = "merge";
    static final String PGP = "pgp";
    static final String AGE = "age";
    private static final int MOST_MERGED = 1_000;

    private final Entries entries;
    private final SopsFaults faults;
    private int merged;

    /** Reads a mapping in a list of keys: in metadata, a data key stands beside its recipient. */
    interface Entries {
        /** @return nothing where it has said what is wrong */
        List<Slot> read(String word, Node entry);
    }

    SopsKeys(Entries entries, SopsFaults faults) {
        this.entries = entries;
        this.faults = faults;
    }

    /** Gives the groups of a rule: those that it lists or, if it lists none, the keys beside. */
    List<List<Slot>> ofRule(Node rule) {
        List<List<Slot>> listed = listed(rule);
        return listed.isEmpty() ? List.of(group(rule, false)) : listed;
    }

    /** Gives the groups of a file: for sops, keys that stand outside of groups are all there are. */
    List<List<Slot>> ofMetadata(Node metadata) {
        List<Slot> outside = group(metadata, false);
        List<List<Slot>> listed = outside.isEmpty() ? listed(metadata) : List.of();
        return listed.isEmpty() ? List.of(outside) : listed;
    }

    /** Gives how many groups are needed together; empty where all are. */
    static Optional<Integer> threshold(Node keys, SopsFaults faults) {
        Optional<Text> said =
                keys.text("shamir_threshold").filter(text -> !text.text().equals("0"));
        Optional<Text> number = said.filter(text -> text.text().matches("[0-9]{1,4}"));
        if (said.isPresent() && number.isEmpty()) {
            faults.broken(said.get().place(), "\"shamir_threshold\" is no number");
        }
        return number.map(text -> Integer.valueOf(text.text()));
    }

    private List<List<Slot>> listed(Node keys) {
        List<List<Slot>> groups = new ArrayList<>();
        for (Node group : members(keys, GROUPS)) {
            groups.add(group instanceof Nothing ? List.of() : group(group, true));
        }
        return groups;
    }

    private List<Slot> group(Node group, boolean merging) {
        if (!(group instanceof Fields fields)) {
            faults.broken(group.place(), "a group of keys is no mapping");
            return List.of();
        }
        List<Slot> slots = new ArrayList<>();
        fields.fields().forEach((word, value) -> {
            if (merging && word.equals(MERGE)) {
                merge(group, slots);
            } else if (word.equals(PGP)
                    || word.equals(AGE)
                    || SopsMachines.words().anyMatch(word::equals)) {
                members(group, word).forEach(member -> slots.addAll(member(word, member)));
            } else if (!word.equals(GROUPS) && holdsSomething(value)) {
                faults.unknownKind(value.place(), word);
            }
        });
        return slots;
    }

    private void merge(Node group, List<Slot> into) {
        for (Node one : members(group, MERGE)) {
            merged++;
            if (merged == MOST_MERGED) {
                faults.broken(one.place(), "more groups are merged than anybody writes");
            }
            if (merged < MOST_MERGED) {
                into.addAll(group(one, true));
            }
        }
    }

    private static boolean holdsSomething(Node value) {
        return value instanceof Fields fields
                ? !fields.fields().isEmpty()
                : value instanceof Items items && items.items().stream().anyMatch(item -> !(item instanceof Nothing));
    }

    /** A list; or one text, which stands for a list with commas. */
    private List<Node> members(Node of, String word) {
        Optional<Node> value = of.field(word);
        if (value.isPresent() && value.get() instanceof Fields) {
            faults.broken(value.get().place(), "\"%s\" is no list".formatted(word));
            return List.of();
        }
        return value.map(node -> node instanceof Items items ? items.items() : List.of(node))
                .orElse(List.of());
    }

    private List<Slot> member(String word, Node member) {
        if (member instanceof Text text) {
            return Stream.of(text.text().split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(name -> new Slot(named(word, name), text.place()))
                    .toList();
        }
        if (member instanceof Fields) {
            return entries.read(word, member);
        }
        if (member instanceof Items) {
            faults.broken(member.place(), "a list within the list of \"%s\": sops reads none".formatted(word));
        }
        return List.of();
    }

    private static Recipient named(String word, String name) {
        return switch (word) {
            case PGP -> new OpenPgp(fingerprint(name));
            case AGE -> age(name);
            default -> SopsMachines.named(word, name);
        };
    }

    static Recipient age(String text) {
        return SshKeys.recipient(text).<Recipient>map(ssh -> ssh).orElse(new Age(text.strip()));
    }

    /** A mark at the end asks for one part of the key. */
    static String fingerprint(String text) {
        return text.replaceAll("\\s|^0[xX]|!$", "").toUpperCase(Locale.ROOT);
    }
}
