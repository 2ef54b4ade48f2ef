package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheOpeningSizeTest {
    private static final String VAULT =
            "vault: { kind: openbao, service: vault, shares: { quorum: 2, of: [alice, bob, carol] } }";

    @TempDir
    Path directory;

    @Test
    void a_copy_in_a_store_that_one_opens_undoes_a_vault_that_takes_two() throws IOException {
        OpeningSize size = opening(
                VAULT, "backup-key: { purpose: opens backups, store: vault, copies: [{ store: pass }] }", "backup-key");

        assertThat(size.size()).isEqualTo(Bounds.exactly(1));
        assertThat(size.people().blocks()).containsExactly(new Block(1, Set.of("alice", "bob", "carol")));
        assertThat(size.oneSet()).containsExactly("alice");
        assertThat(size.path()).containsExactly(new PathStep("backup-key", "pass", true, Set.of("alice"), Set.of()));
    }

    @Test
    void without_the_copy_the_vault_takes_two() throws IOException {
        OpeningSize size = opening(VAULT, "backup-key: { purpose: opens backups, store: vault }", "backup-key");

        assertThat(size.size()).isEqualTo(Bounds.exactly(2));
        assertThat(size.path())
                .containsExactly(new PathStep("backup-key", "vault", false, Set.of("alice", "bob"), Set.of()));
    }

    @Test
    void the_path_goes_through_other_secrets_in_the_order_in_which_they_are_opened() throws IOException {
        OpeningSize size = opening(VAULT, """
                backup-key: { purpose: x, store: pass, openedBy: { allOf: [carol, { secret: vault-login }] } }
                vault-login: { purpose: x, store: pass, openedBy: { secret: laptop } }
                laptop: { purpose: x, store: pass, openedBy: bob }
                """, "backup-key");

        assertThat(size.size()).isEqualTo(Bounds.exactly(2));
        assertThat(size.path())
                .containsExactly(
                        new PathStep("laptop", "pass", false, Set.of("bob"), Set.of()),
                        new PathStep("vault-login", "pass", false, Set.of(), Set.of("laptop")),
                        new PathStep("backup-key", "pass", false, Set.of("carol"), Set.of("vault-login")));
    }

    @Test
    void keys_of_people_are_used_before_other_secrets() throws IOException {
        OpeningSize size = opening(
                "",
                "backup-key: { purpose: x, store: pass, openedBy: { quorum: 1, of: [{ secret: hosting-login }, alice] } }",
                "backup-key");

        assertThat(size.path()).containsExactly(new PathStep("backup-key", "pass", false, Set.of("alice"), Set.of()));
    }

    @Test
    void a_host_is_no_access_for_people() throws IOException {
        AccessAnswer answer = new Documents(directory).inventory("", """
                        machine: { purpose: x, store: pass, openedBy: { host: db }, heldBy: [vault] }
                        both: { purpose: x, store: pass, openedBy: { anyOf: [bob, { host: db }] }, heldBy: [db] }
                        """).answer();

        SecretAccess machine = Documents.secret(answer, "machine");
        assertThat(machine.numbers().opens()).isFalse();
        assertThat(machine.numbers().busFactor()).isEqualTo(new BusFactor(Bounds.exactly(0), Choice.NOBODY));
        assertThat(machine.numbers().cutSets().listed()).containsExactly(Choice.NOBODY);
        assertThat(machine.numbers().cutSets().complete()).isTrue();
        assertThat(machine.numbers().cutSets().counted()).isTrue();
        assertThat(machine.alsoOn()).containsExactly("vault", "db");
        SecretAccess both = Documents.secret(answer, "both");
        assertThat(both.numbers().opens()).isTrue();
        assertThat(both.numbers().busFactor().size()).isEqualTo(Bounds.exactly(1));
        assertThat(both.alsoOn()).containsExactly("db");
        assertThat(answer.system().busFactor().size()).isEqualTo(Bounds.exactly(0));
        assertThat(answer.system().opens()).isFalse();
    }

    @Test
    void a_secret_is_listed_with_its_stores_in_order() throws IOException {
        AccessAnswer answer = new Documents(directory)
                .inventory(VAULT, "backup-key: { purpose: opens backups, store: vault, copies: [{ store: pass }] }")
                .answer();

        SecretAccess secret = Documents.secret(answer, "backup-key");
        assertThat(secret.stores()).isEqualTo(List.of("vault", "pass"));
        assertThat(secret.purpose()).isEqualTo("opens backups");
        assertThat(answer.people()).containsExactly("alice", "bob", "carol");
        assertThat(answer.secretAccess())
                .map(SecretAccess::name)
                .containsExactly("hosting-login", "offsite-login", "backup-key");
    }

    private OpeningSize opening(String stores, String secrets, String name) throws IOException {
        AccessAnswer answer =
                new Documents(directory).inventory(stores, secrets).answer();
        return Documents.secret(answer, name).numbers().openingSize().orElseThrow();
    }
}
