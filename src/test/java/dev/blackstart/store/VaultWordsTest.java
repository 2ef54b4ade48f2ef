package dev.blackstart.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.secret.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bao kv get kv/app/key",
                "x=$(vault kv get -field=value kv/app/key)",
                "bao kv get -mount=kv -field=value app/key | ssh db",
                "curl -sS -K - https://vault:8200/v1/kv/data/app/key <<<\"$header\"",
                "curl --cacert ca.pem \"$VAULT_ADDR/v1/secret/data/app/key?version=2\"",
            })
    void what_is_asked_for_is_opened(String line) {
        assertThat(VaultWords.mentions(line)).singleElement().satisfies(mention -> {
            assertThat(mention.secret()).contains("app/key");
            assertThat(line.substring(mention.at())).startsWith("app/key");
            assertThat(mention.opens()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bao kv put kv/app/key value=-",
                "vault kv patch -mount=kv app/key value=-",
                "curl -X POST --header @h --data @- https://vault:8200/v1/kv/data/app/key",
                "curl --data-binary @- \"$BAO_ADDR/v1/kv/data/app/key\"",
            })
    void what_is_written_is_not(String line) {
        assertThat(VaultWords.mentions(line)).singleElement().satisfies(mention -> {
            assertThat(mention.secret()).contains("app/key");
            assertThat(mention.opens()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bao kv get \"kv/app/$name\"",
                "curl $a/v1/kv/data/app/\"$name\"",
                "bao kv list kv/app",
                "curl $a/v1/kv/metadata/app/key",
                "curl https://metrics/v1/points/data/app",
                "bao status",
            })
    void what_names_no_secret_mentions_none(String line) {
        assertThat(VaultWords.mentions(line)).isEmpty();
    }

    @Test
    void each_line_is_for_itself() {
        assertThat(VaultWords.mentions("curl -d @- $a/v1/auth/userpass/login/alice\ncurl $a/v1/kv/data/app/key"))
                .isEqualTo(List.of(new Mention(Optional.of("app/key"), 62, true)));
    }

    @Test
    void what_somebody_else_does_not_permit_is_no_refusal() {
        assertThat(VaultWords.refused("git@host: Permission denied (publickey).", "kv"))
                .isEmpty();
        assertThat(VaultWords.refused("cat: /etc/key: Permission denied", "kv")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.tgvsH6vCix42hdMFY2INqxdw",
                "hvs.CAESIJlWh3yA0bq-x_8xMrk2bGQ",
                "b.AAAAAQKr1vMv-xTnU0eSmq9Z2cJd",
                "r.tgvsH6vCix42hdMFY2INqxdw",
            })
    void a_token_that_a_tool_shows_is_a_secret(String token) {
        assertThat(VaultWords.told("{\"client_token\":\"" + token + "\"}\nX-Vault-Token: " + token))
                .extracting(Secret::reveal)
                .containsOnly(token);
    }

    @Test
    void so_are_an_id_that_logs_a_role_in_and_a_share() {
        String id = "5a2e5a0b-9d8b-45f3-8c11-1f2f6bb54a42";
        String share = "0123456789abcdef".repeat(4) + "0f";

        assertThat(VaultWords.told("secret_id               " + id + "\n\"secret_id\": \"" + id + "\""))
                .extracting(Secret::reveal)
                .containsOnly(id);
        assertThat(VaultWords.told(share)).extracting(Secret::reveal).containsExactly(share);
    }

    @Test
    void what_only_looks_similar_is_none() {
        assertThat(VaultWords.told(
                        "systems.alphabetically-in-a-long-word.example request_id 5a2e5a0b-9d8b-45f3-8c11-1f2f6bb54a42 "
                                + "0123456789abcdef".repeat(4)))
                .isEmpty();
    }
}
