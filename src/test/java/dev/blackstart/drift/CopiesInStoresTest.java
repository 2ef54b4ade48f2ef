package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that alice and bob open, of a team that keeps other secrets in a vault. */
class CopiesInStoresTest extends DriftFixture {
    private static final String VAULT =
            "  vault: { kind: openbao, service: v, shares: { quorum: 2, of: [alice, bob, carol] } }\n";

    @BeforeEach
    void copy() throws IOException {
        Files.copy(login, store.resolve("root-ca-key.gpg"));
    }

    private DriftAnswer compared(String stores, String secrets) throws IOException {
        Files.writeString(directory.resolve("secrets.yaml"), """
                people:
                  alice: { keys: [alice@example.org] }
                  bob: { keys: [bob@example.org] }
                  carol: { keys: [carol@example.org] }
                stores:
                  pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, bob] } }
                %ssecrets:
                  hosting-login: { purpose: x, store: pass }
                %s""".formatted(stores, secrets));
        Definitions read = DefinitionReader.readDocuments(directory);
        assertThat(read.problems()).map(Finding::render).isEmpty();
        return Drift.of(
                Artefacts.read(sources()),
                Optional.of(read.environments().get(0).inventory()),
                Instant.now());
    }

    @Test
    void a_file_that_undoes_the_quorum_of_a_vault_is_wider_than_documented() throws IOException {
        assertThat(found(compared(VAULT, "  root-ca-key: { purpose: x, store: vault }\n")))
                .containsExactly(
                        "wider-than-documented store/root-ca-key.gpg:1: alice or bob can open this copy of root-ca-key alone;"
                                + " secrets.yaml:10 says that it lies in vault, opened by any 2 of alice, bob, carol",
                        "not-asked secrets.yaml:7: not asked: 1 secret of the store vault");
    }

    @Test
    void nobody_is_meant_to_open_such_a_file_alone() throws IOException {
        assertThat(compared(VAULT, "  root-ca-key: { purpose: x, store: vault }\n")
                        .openers())
                .filteredOn(one -> one.file().endsWith("root-ca-key.gpg"))
                .flatExtracting(Openers::intended)
                .anySatisfy(one -> {
                    assertThat(one.by()).endsWith("secrets.yaml:10");
                    assertThat(one.people()).isEmpty();
                });
    }

    @Test
    void a_file_of_that_name_in_a_folder_is_the_same_copy() throws IOException {
        Files.createDirectory(store.resolve("old"));
        Files.move(store.resolve("root-ca-key.gpg"), store.resolve("old/root-ca-key.gpg"));

        assertThat(found(compared(VAULT, "  root-ca-key: { purpose: x, store: vault }\n")))
                .anyMatch(found -> found.startsWith("wider-than-documented store/old/root-ca-key.gpg"));
    }

    @Test
    void a_file_that_opens_to_nobody_new_is_a_copy_that_nobody_wrote_down() throws IOException {
        assertThat(found(compared(
                        VAULT, "  root-ca-key: { purpose: x, store: vault, openedBy: { anyOf: [alice, bob] } }\n")))
                .contains(
                        "file-undocumented store/root-ca-key.gpg:1: secrets.yaml:10 says that root-ca-key lies in vault,"
                                + " and names no copy in pass");
    }

    @Test
    void a_copy_that_is_written_down_is_compared_like_a_secret() throws IOException {
        assertThat(found(compared(VAULT, "  root-ca-key: { purpose: x, store: vault, copies: [{ store: pass }] }\n")))
                .containsExactly("not-asked secrets.yaml:7: not asked: 1 secret of the store vault");
    }

    @Test
    void stores_that_were_not_given_are_named_with_their_secrets_and_leave_the_answer_complete() throws IOException {
        DriftAnswer answer = compared(VAULT + "  safe: { kind: openpgp, path: safe, openedBy: carol }\n", """
                  root-ca-key: { purpose: x, store: pass, copies: [{ store: safe }, { store: vault }] }
                  a: { purpose: x, store: vault }
                """);

        assertThat(found(answer))
                .filteredOn(found -> found.startsWith("not-asked"))
                .containsExactly(
                        "not-asked secrets.yaml:7: not asked: 2 secrets of the store vault",
                        "not-asked secrets.yaml:8: not asked: 1 secret of the store safe");
        assertThat(Finding.allTold(answer.findings())).isTrue();
    }
}
