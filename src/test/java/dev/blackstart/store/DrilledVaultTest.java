package dev.blackstart.store;

import static dev.blackstart.store.VaultAtADesk.OTHER;
import static dev.blackstart.store.VaultAtADesk.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.machine.Outcome;
import dev.blackstart.secret.Secret;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a drill does with a real OpenBao. */
@RealTools
class DrilledVaultTest {
    private static final String VERSIONS = "{\"versions\":[1,2,3]}";

    @TempDir
    private Path base;

    private VaultAtADesk at;

    @BeforeEach
    void begin() throws IOException {
        at = new VaultAtADesk(base);
    }

    @AfterEach
    void end() throws IOException {
        at.close();
    }

    @Test
    void what_is_withheld_stays_withheld_in_a_vault_that_is_rebuilt_from_before() {
        StoreWatch watch = at.store.watch(at.ground());
        DrilledStore.Restore restore = at.store.withhold(at.ground(), OWN);
        at.bao.root("POST", "kv/undelete/" + OWN, VERSIONS);
        watch.until("the-step-that-rebuilt-it");
        assertThat(at.open(OWN).succeeded()).isFalse();
        assertThat(at.open(OTHER).succeeded()).isTrue();

        restore.giveBack();
        watch.until("one");
        assertThat(at.open(OWN).succeeded()).isTrue();
    }

    @Test
    void what_is_withheld_while_the_vault_is_sealed_is_withheld_once_it_is_open() {
        StoreWatch watch = at.store.watch(at.ground());
        at.seal();
        at.store.withhold(at.ground(), OWN);
        watch.until("one");
        at.bao.unseal();
        watch.until("the-step-that-unsealed-it");

        assertThat(at.open(OWN).succeeded()).isFalse();
    }

    @Test
    void a_step_that_opens_the_vault_and_the_secret_at_once_is_no_recovery_without_it() {
        StoreWatch watch = at.store.watch(at.ground());
        at.seal();
        at.store.withhold(at.ground(), OWN);
        watch.until("one");
        at.bao.unseal();
        at.open(OWN);

        assertThatThrownBy(() -> watch.until("two"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(OWN)
                .hasMessageContaining("was to be withheld");
    }

    @Test
    void every_version_is_withheld() {
        at.bao.root("POST", "kv/data/" + OWN, "{\"data\":{\"value\":\"a newer value\"}}");
        at.store.withhold(at.ground(), OWN);
        at.bao.token("alice", at.password("alice"));

        assertThat(at.bao
                        .root("GET", "kv/data/" + OWN + "?version=1", "")
                        .path("data")
                        .path("data")
                        .isObject())
                .isFalse();
    }

    @Test
    void another_value_stays_in_a_vault_that_is_rebuilt_from_before() {
        String own = at.open(OWN).out();
        StoreWatch watch = at.store.watch(at.ground());
        DrilledStore.Restore restore = at.store.replace(at.ground(), Secret.of(OWN, "another value"));
        at.bao.root("POST", "kv/data/" + OWN, "{\"data\":{\"value\":\"" + own + "\"}}");
        watch.until("the-step-that-rebuilt-it");
        assertThat(at.open(OWN).out()).isEqualTo("another value");

        restore.giveBack();
        assertThat(at.open(OWN).out()).isEqualTo(own);
    }

    @Test
    void a_sealed_vault_is_unsealed_with_the_shares_that_were_kept() {
        at.seal();
        at.store.serve(at.ground());

        assertThat(at.open(OWN).succeeded()).isTrue();
    }

    @Test
    void shares_that_do_not_unseal_it_are_said_to_be_too_few() throws IOException {
        at.seal();
        DrilledStore without = new DrilledVault((OpenBaoStore)
                SecretStore.KINDS.read("openbao", at.bao.parameters()).orElseThrow());

        assertThatThrownBy(() -> without.serve(at.ground()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("vault-share-NAME");
    }

    @Test
    void a_vault_that_is_sealed_or_down_has_no_values_yet() {
        at.seal();
        assertThat(at.store.values(at.ground())).isEmpty();

        at.bao.stop();
        assertThat(at.store.values(at.ground())).isEmpty();
    }

    @Test
    void other_fields_of_a_path_are_secrets_too() {
        at.bao.root(
                "POST", "kv/data/app/two", "{\"data\":{\"value\":\"the one\",\"user\":\"the other\",\"port\":5432}}");

        Map<String, Secret> values = at.store.values(at.ground());

        assertThat(values).containsOnlyKeys(OWN, OTHER, "app/two", "app/two/user", "app/two/port");
        assertThat(Objects.requireNonNull(values.get("app/two/user")).reveal()).isEqualTo("the other");
    }

    @Test
    void a_value_of_several_lines_comes_back_as_it_was() {
        String value = "-----BEGIN \"X\"-----\n\\back\tslash é\n-----END-----\n";
        at.store.replace(at.ground(), Secret.of(OWN, value));

        assertThat(at.open(OWN).out()).isEqualTo(value);
    }

    @Test
    void what_nobody_can_log_in_to_is_not_kept() throws IOException {
        at.bao.root("DELETE", "auth/userpass/users/alice", "");
        DrilledStore fresh = new DrilledVault((OpenBaoStore)
                SecretStore.KINDS.read("openbao", at.bao.parameters()).orElseThrow());
        Path kept = Files.createDirectory(base.resolve("kept"));

        assertThatThrownBy(() -> fresh.keep(at.ground(), kept))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("vault-login-NAME");
    }

    @Test
    void what_bao_itself_says_names_the_secret_that_it_did_not_give() {
        Outcome denied = bao("bob", OWN);
        Outcome none = bao("alice", "app/nothing");
        at.store.withhold(at.ground(), OWN);
        Outcome withheld = bao("alice", OWN);

        assertThat(refused(denied)).isEqualTo(OWN);
        assertThat(refused(none)).isEqualTo("app/nothing");
        assertThat(refused(withheld)).isEqualTo(OWN);
    }

    private Outcome bao(String person, String secret) {
        String token = at.bao.token(person, at.password(person));
        return at.type("BAO_TOKEN=" + token + " bao kv get -field=value kv/" + secret);
    }

    private String refused(Outcome outcome) {
        assertThat(outcome.succeeded()).isFalse();
        return at.store
                .refused(outcome.err() + outcome.out())
                .flatMap(DrilledStore.Refusal::secret)
                .orElse("nothing in " + outcome.err());
    }
}
