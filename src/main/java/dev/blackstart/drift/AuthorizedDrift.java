package dev.blackstart.drift;

import dev.blackstart.artefact.ArtefactCode;
import dev.blackstart.artefact.AuthorizedKeys;
import dev.blackstart.artefact.AuthorizedKeys.Entry;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Person;
import java.util.List;
import java.util.Optional;

/** Who may log in to a server against who is documented. */
final class AuthorizedDrift {
    private final Holders holders;
    private final Optional<Inventory> inventory;
    private final Findings findings;

    AuthorizedDrift(Holders holders, Optional<Inventory> inventory, Findings findings) {
        this.holders = holders;
        this.inventory = inventory;
        this.findings = findings;
    }

    void compare(AuthorizedKeys server) {
        findings.addAll(server.faults());
        server.entries().stream().filter(Entry::authority).forEach(this::authority);
        inventory.ifPresent(documents -> {
            server.entries().stream()
                    .filter(entry -> holders.personOfSsh(entry.fingerprint()).isEmpty())
                    .forEach(this::undocumented);
            documents.people().values().forEach(person -> missing(person, server));
        });
    }

    private void authority(Entry entry) {
        findings.add(
                DriftCode.AUTHORIZED_AUTHORITY,
                entry.place(),
                "lets in whoever has a certificate of %s".formatted(entry.fingerprint()),
                "Nobody can tell from here who has one; see what the authority has signed.");
    }

    private void undocumented(Entry entry) {
        findings.add(
                DriftCode.AUTHORIZED_UNDOCUMENTED,
                entry.place(),
                "no document names this key: %s %s%s"
                        .formatted(
                                entry.type(),
                                entry.fingerprint(),
                                entry.comment().isEmpty() ? "" : " (" + entry.comment() + ")"),
                "Remove the line, or add the fingerprint to its owner in the inventory: `keys: [%s]`."
                        .formatted(entry.fingerprint()));
    }

    private void missing(Person person, AuthorizedKeys server) {
        List<String> documented =
                person.keys().stream().filter(key -> key.startsWith("SHA256:")).toList();
        if (!documented.isEmpty()
                && server.faults().stream().noneMatch(fault -> fault.code() == ArtefactCode.UNREADABLE)
                && server.entries().stream().noneMatch(entry -> documented.contains(entry.fingerprint()))) {
            findings.add(
                    DriftCode.AUTHORIZED_MISSING,
                    person.place(),
                    "no documented key of %s is in %s".formatted(person.name(), server.file()),
                    "Add it to the server, or take it out of the inventory.");
        }
    }
}
