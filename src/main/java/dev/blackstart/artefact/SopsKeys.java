package dev.blackstart.artefact;

import dev.blackstart.artefact.Flat.Value;
import dev.blackstart.artefact.Recipient.Age;
import dev.blackstart.artefact.Recipient.Machine;
import dev.blackstart.artefact.Recipient.OpenPgp;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the groups of keys of sops: in the metadata of files and in creation rules, which name them alike. */
final class SopsKeys {
    /** The kinds of services, each with the key under which an entry names what it asks there. */
    private static final Map<String, String> MACHINES = Map.of(
            "kms", "arn",
            "gcp_kms", "resource_id",
            "azure_kv", "vault_url",
            "azure_keyvault", "vaultUrl",
            "hc_vault", "vault_address",
            "hckms", "key_id",
            "hc_vault_transit_uri", "uri",
            "hc_vault_uris", "uri");

    private final Place fallback;
    private final List<Finding> faults;

    SopsKeys(Place fallback, List<Finding> faults) {
        this.fallback = fallback;
        this.faults = faults;
    }

    /** Gives the groups; keys outside of {@code key_groups} are a group of their own, where there are no others. */
    List<List<Slot>> groups(Flat keys) {
        List<List<Slot>> groups = new ArrayList<>();
        for (int item : keys.items("key_groups")) {
            groups.add(group(keys.below("key_groups/" + item)));
        }
        if (groups.isEmpty()) {
            groups.add(group(keys));
        }
        return groups;
    }

    private List<Slot> group(Flat group) {
        List<Slot> slots = new ArrayList<>();
        for (int item : group.items("pgp")) {
            openPgp(group.below("pgp/" + item), slots);
        }
        for (Value fingerprint : values(group, "pgp", "")) {
            slots.add(new Slot(new OpenPgp(fingerprint(fingerprint)), fingerprint.place()));
        }
        for (Value recipient : values(group, "age", "recipient")) {
            String text = recipient.text().strip();
            slots.add(new Slot(
                    SshKeys.recipient(text).<Recipient>map(ssh -> ssh).orElse(new Age(text)), recipient.place()));
        }
        MACHINES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(machine -> {
            for (Value name : values(group, machine.getKey(), machine.getValue())) {
                slots.add(new Slot(new Machine(machine.getKey().replace('_', ' '), name.text()), name.place()));
            }
        });
        return slots;
    }

    /** A rule may give keys as one text with commas or as a list; metadata gives a list of mappings. */
    private static List<Value> values(Flat group, String kind, String key) {
        List<Value> values = new ArrayList<>();
        group.get(kind).ifPresent(value -> split(value, values));
        for (int item : group.items(kind)) {
            group.get(kind + "/" + item)
                    .or(() -> group.get(kind + "/" + item + "/" + key))
                    .ifPresent(value -> split(value, values));
        }
        return values;
    }

    private static void split(Value value, List<Value> values) {
        for (String part : value.text().split(",")) {
            if (!part.isBlank()) {
                values.add(new Value(part.strip(), value.place()));
            }
        }
    }

    private static String fingerprint(Value value) {
        return value.text().replaceAll("\\s|^0[xX]", "").toUpperCase(Locale.ROOT);
    }

    /** The fingerprint is only what the file claims; the key that really opens it stands in the message beside it. */
    private void openPgp(Flat entry, List<Slot> slots) {
        Optional<Value> claim = entry.get("fp");
        if (claim.isEmpty()) {
            return;
        }
        String fingerprint = fingerprint(claim.get());
        List<Recipient> real = entry.get("enc").map(this::recipients).orElse(List.of());
        for (Recipient recipient : real) {
            slots.add(new Slot(
                    recipient instanceof OpenPgp key ? new OpenPgp(key.id(), fingerprint) : recipient,
                    claim.get().place()));
        }
        if (real.isEmpty()) {
            slots.add(
                    new Slot(new OpenPgp(fingerprint, fingerprint), claim.get().place()));
        }
    }

    private List<Recipient> recipients(Value message) {
        byte[] bytes = message.text().replace("\\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
        Header header = OpenPgpMessage.read(new ByteArrayInputStream(bytes), fallback.file());
        header.faults()
                .forEach(fault -> faults.add(new Finding(
                        ArtefactCode.SOPS_BROKEN,
                        message.place(),
                        "the data key for a recipient: " + fault.message(),
                        "Encrypt the data key anew: `sops updatekeys "
                                + fallback.file().getFileName() + "`.")));
        return header.recipients();
    }
}
