package dev.blackstart.drift;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.Keyring;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.SopsFile;
import dev.blackstart.artefact.StoreFile;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares artefacts with their own lists and rules, and with an inventory where there is one. */
public final class Drift {
    private Drift() {}

    /**
     * Tells who really opens what, and everything that is not as it should be.
     *
     * @param now the day by which keys are expired or not
     */
    public static DriftAnswer of(Artefacts artefacts, Optional<Inventory> inventory, Instant now) {
        Findings findings = new Findings();
        Collection<Person> people =
                inventory.map(documents -> documents.people().values()).orElse(List.of());
        List<EncryptedFile> files = files(artefacts).toList();
        Holders holders = new Holders(artefacts.keyring(), people, used(artefacts, files));
        KeyDrift keys = new KeyDrift(holders, now, findings);

        Intentions intentions = new Intentions(holders);
        findings.addAll(artefacts.keyring().faults());
        StoreDrift stores = new StoreDrift(
                holders,
                keys,
                new EntryDrift(artefacts.keyring(), keys, now, findings),
                intentions,
                new Disputes(inventory, holders, artefacts.stores()),
                findings);
        artefacts.stores().forEach(stores::compare);
        SopsDrift sops = new SopsDrift(holders, keys, intentions, findings);
        artefacts.sops().forEach(sops::compare);
        AuthorizedDrift servers = new AuthorizedDrift(holders, inventory, now, findings);
        List<Login> logins = artefacts.authorizedKeys().stream()
                .flatMap(server -> servers.compare(server).stream())
                .toList();
        keys.finish();
        new SharedDrift(holders, findings).check(files);
        inventory.ifPresent(documents -> {
            new InventoryDrift(documents, holders, new FileDrift(documents, holders, intentions, findings), findings)
                    .compare(artefacts);
            new PeopleDrift(documents, artefacts.keyring(), findings).compare();
        });

        Accesses accesses = new Accesses(holders, findings.strays());
        return new DriftAnswer(
                findings.inOrder(),
                files.stream().map(accesses::of).toList(),
                files.stream().map(intentions::of).toList(),
                logins);
    }

    /** Lists the keys that files are encrypted to, and those that they are to be encrypted to. */
    private static Stream<PublicKey> used(Artefacts artefacts, List<EncryptedFile> files) {
        Keyring keyring = artefacts.keyring();
        return Stream.concat(
                files.stream()
                        .flatMap(file -> file.slots().stream())
                        .flatMap(slot -> slot.recipient() instanceof Recipient.OpenPgp key
                                ? keyring.holding(key.id()).stream()
                                : Stream.of()),
                artefacts.stores().stream()
                        .flatMap(store -> store.lists().stream())
                        .flatMap(list -> list.entries().stream())
                        .flatMap(entry -> Expected.of(entry, keyring).stream())
                        .flatMap(entry -> entry.keys().stream()));
    }

    private static Stream<EncryptedFile> files(Artefacts artefacts) {
        return Stream.concat(
                artefacts.stores().stream()
                        .flatMap(store -> store.files().stream())
                        .map(StoreFile::file),
                artefacts.sops().stream().flatMap(tree -> tree.files().stream()).map(SopsFile::file));
    }
}
