package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.definition.DefinitionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A list that says other things than the inventory, which has alice and bob open the bank, and carol, too, the rest. */
class TheHintsOfDisputesTest extends FollowedHints {
    private String secrets =
            "{ hosting-login: { purpose: x, store: pass }, bank: { purpose: x, store: pass, openedBy: { anyOf: [alice, bob] } } }";

    @Override
    DriftAnswer drift() {
        try {
            Files.writeString(directory.resolve("secrets.yaml"), """
                    people: { alice: { keys: [%s] }, bob: { keys: [%s] }, carol: { keys: [%s] } }
                    stores:
                      pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, bob, carol] } }
                    secrets: %s
                    """.formatted(
                            own.fingerprint("alice"), own.fingerprint("bob"), own.fingerprint("carol"), secrets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Drift.of(
                Artefacts.read(sources()),
                Optional.of(DefinitionReader.readDocuments(directory)
                        .environments()
                        .get(0)
                        .inventory()),
                now);
    }

    @Test
    void whom_the_inventory_has_open_a_file_is_not_shut_out_because_a_list_forgot_them() throws IOException {
        own.encrypt(login, to("alice", "bob", "carol"));
        own.pass(store, "insert", "--multiline", "bank");
        gpgId(own.fingerprint("alice"), own.fingerprint("carol"));

        assertThat(finding("extra-recipient").place().file()).isEqualTo(store.resolve("bank.gpg"));
        follow("extra-recipient");

        assertThat(found(drift())).noneMatch(finding -> finding.startsWith("extra-recipient"));
        assertThat(opened("bob")).contains("hosting-login", "bank");
    }

    @Test
    void whom_the_inventory_keeps_from_a_file_is_not_let_in_because_the_list_names_them() throws IOException {
        own.pass(store, "insert", "--multiline", "bank");
        own.encrypt(login, to("alice", "bob", "carol"));
        gpgId(own.fingerprint("alice"), own.fingerprint("bob"), own.fingerprint("carol"));

        follow("missing-recipient");
        secrets = secrets.replace("store: pass, ", "store: pass, file: bank/bank, ");

        isMended();
        opens("bank/bank: alice bob", "hosting-login: alice bob carol");
    }

    @Test
    void whom_the_inventory_does_not_know_is_not_let_in_by_whoever_writes_to_the_list() throws IOException {
        secrets = "{ hosting-login: { purpose: x, store: pass, openedBy: { anyOf: [alice, bob] } } }";
        own.encrypt(login, to("alice", "bob", "carol"));
        gpgId(own.fingerprint("alice"), own.fingerprint("bob"), own.fingerprint("dave"));
        assertThat(finding("missing-recipient").hint())
                .startsWith("The inventory knows nobody with this key: take it out");
        assertThat(finding("extra-recipient").hint()).startsWith("First settle what is found here about Dave");

        gpgId(own.fingerprint("alice"), own.fingerprint("bob"));
        follow("extra-recipient");

        isMended();
        opens("hosting-login: alice bob");
    }

    private List<String> opened(String person) {
        return drift().files().stream()
                .filter(file -> file.opened().people().contains(person))
                .map(FileAccess::name)
                .toList();
    }
}
