package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Inventory;
import dev.blackstart.testing.Gnupg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two keys with one mail address: two tokens of one person, or one mailbox of two people. */
class SharedAddressTest extends DriftFixture {
    private Gnupg own;
    private String token;

    @BeforeEach
    void encrypt_to_a_second_key_of_alices() throws IOException {
        own = gnupg.copy();
        own.gpg(
                "--quick-generate-key",
                "Alice (backup token) <Alice@example.org>",
                "future-default",
                "default",
                "never");
        token = own.gpg("--with-colons", "--list-keys", "backup token")
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":", -1)[9])
                .findFirst()
                .orElseThrow();
        own.gpg("--yes", "--output", keys.toString(), "--export");
        gpgId(gnupg.fingerprint("alice"), token);
        own.encrypt(login, "--recipient", token, "--recipient", gnupg.fingerprint("alice"), "--encrypt");
    }

    @AfterEach
    void end() throws IOException {
        own.close();
    }

    @Test
    void two_keys_of_an_address_count_as_one_person_and_that_is_said() {
        DriftAnswer answer = drift();

        assertThat(answer.files().get(0).opened().leaves(ByPerson.class))
                .map(ByPerson::person)
                .containsOnly("Alice <alice@example.org>");
        assertThat(found(answer))
                .singleElement()
                .asString()
                .startsWith("counted-as-one store/hosting-login.gpg:1: 2 keys have alice@example.org and count as one"
                        + " person: ")
                .contains(token, gnupg.fingerprint("alice"));
    }

    @Test
    @FollowedHints.Follows("counted-as-one")
    void where_an_inventory_says_whose_they_are_they_count_as_it_says() throws IOException {
        Path secrets = Files.writeString(
                Files.createDirectory(directory.resolve("two")).resolve("secrets.yaml"),
                """
                people:
                  alice: { roles: [admin], keys: [%s] }
                  ally: { roles: [admin], keys: [%s] }
                stores:
                  pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, ally] } }
                secrets:
                  hosting-login: { purpose: orders servers, store: pass }
                """.formatted(gnupg.fingerprint("alice"), token));

        DriftAnswer answer = Drift.of(Artefacts.read(sources()), Optional.of(read(secrets)), Instant.now());

        assertThat(found(answer)).isEmpty();
        assertThat(answer.files().get(0).opened().people()).containsExactlyInAnyOrder("alice", "ally");
    }

    private static Inventory read(Path secrets) {
        return DefinitionReader.readDocuments(secrets).environments().get(0).inventory();
    }

    @Test
    void a_key_that_the_list_does_not_name_is_told_from_the_one_that_it_names() throws IOException {
        gpgId(gnupg.fingerprint("alice"));

        assertThat(found(drift()))
                .contains("extra-recipient store/hosting-login.gpg:1: still encrypted to Alice <alice@example.org> with"
                        + " the key " + token + ", whom store/.gpg-id does not name");
    }

    @Test
    void an_old_key_of_somebody_who_is_named_with_a_new_one_is_no_leavers() throws IOException {
        gpgId(token);
        gnupg.encrypt(login, to("alice"));

        assertThat(found(drift()))
                .hasSize(2)
                .anyMatch(finding -> finding.startsWith("extra-recipient"))
                .anyMatch(finding -> finding.startsWith("missing-recipient"));
        assertThat(drift().files().get(0).opened().people()).containsExactly("Alice <alice@example.org>");
        assertThat(drift().files().get(0).unnamed()).isEmpty();
        assertThat(drift().files().get(0).missing()).isEmpty();
    }

    @Test
    void a_key_that_opens_nothing_joins_nobody() {
        gnupg.encrypt(login, to("alice"));

        assertThat(found(drift())).noneMatch(finding -> finding.startsWith("counted-as-one"));
    }
}
