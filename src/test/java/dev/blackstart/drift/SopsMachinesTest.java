package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that holds a key has one name, whether a rule or the metadata of a file names it. */
class SopsMachinesTest extends SopsFixture {
    private void machine(String keys) throws IOException {
        change("app.yaml", "    kms: []\n    gcp_kms: []\n    azure_kv: []\n    hc_vault: []\n", "    " + keys + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kms | arn: 'arn:aws:kms:eu:1:key/2' | kms: 'arn:aws:kms:eu:1:key/2'",
                "kms | arn: 'arn:aws:kms:eu:1:key/2', role: 'arn:aws:iam::1:role/x' | kms: 'arn:aws:kms:eu:1:key/2+arn:aws:iam::1:role/x'",
                "kms | arn: 'arn:aws:kms:eu:1:key/2' | key_groups: [ { age: [ %s ], kms: [ { arn: 'arn:aws:kms:eu:1:key/2' } ] } ]",
                "gcp_kms | resource_id: projects/p/x | gcp_kms: projects/p/x",
                "gcp_kms | resource_id: projects/p/x | key_groups: [ { age: [ %s ], gcp_kms: [ { resource_id: projects/p/x } ] } ]",
                "azure_kv | vault_url: 'https://v.vault.azure.net', name: k, version: '1' | azure_keyvault: 'https://v.vault.azure.net/keys/k/1'",
                "azure_kv | vault_url: 'https://v.vault.azure.net/', name: k, version: '1' | azure_keyvault: 'https://v.vault.azure.net/keys/k'",
                "azure_kv | vault_url: 'https://v.vault.azure.net', name: k, version: '1' | key_groups: [ { age: [ %s ],"
                        + " azure_keyvault: [ { vaultUrl: 'https://v.vault.azure.net', key: k, version: '1' } ] } ]",
                "hc_vault | vault_address: 'https://v:8200', engine_path: sops, key_name: k | hc_vault_transit_uri: 'https://v:8200/v1/sops/keys/k'",
                "hc_vault | vault_address: 'https://v:8200', engine_path: sops, key_name: k | key_groups: [ { age: [ %s ],"
                        + " hc_vault: [ 'https://v:8200/v1/sops/keys/k' ] } ]",
                "hckms | key_id: 'eu:1' | hckms: [ 'eu:1' ]"
            })
    void it_is_the_same_in_a_rule(String word, String entry, String rule) throws IOException {
        copy("names");
        machine("%s: [ { %s, enc: AQ== } ]".formatted(word, entry));
        String age = rule.contains("%s") ? "" : "    age: " + BOB + "\n";
        write(".sops.yaml", "creation_rules:\n  - path_regex: app\n%s    %s\n".formatted(age, rule.formatted(BOB)));

        assertThat(found(drift("app.yaml")))
                .singleElement()
                .asString()
                .startsWith("machine-opens app.yaml:3: a machine or service opens the file: ");
    }

    @Test
    void another_one_is_found_to_be_missing_and_too_much() throws IOException {
        copy("names");
        machine("kms: [ { arn: 'arn:aws:kms:eu:1:key/2', enc: AQ== } ]");
        write(".sops.yaml", "creation_rules:\n  - age: %s\n    kms: arn:aws:kms:eu:1:key/3\n".formatted(BOB));

        assertThat(found(drift("app.yaml")))
                .contains(
                        "sops-rule-extra app.yaml:3: still encrypted to kms arn:aws:kms:eu:1:key/2, whom the rule at"
                                + " .sops.yaml:2 does not name",
                        "sops-rule-missing app.yaml:1: kms arn:aws:kms:eu:1:key/3 cannot open the file, although the rule"
                                + " at .sops.yaml:3 names them");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plugins: [ { name: x, enc: AQ== } ] | unknown-algorithm",
                "kms: [ { role: x, enc: AQ== } ] | sops-broken"
            })
    void what_may_be_a_key_and_is_not_understood_is_said(String keys, String code) throws IOException {
        copy("names");
        machine(keys);

        assertThat(found(drift("app.yaml"))).singleElement().asString().startsWith(code + " app.yaml:3: ");
        assertThat(drift("app.yaml").files().get(0).untold()).isNotEmpty();
    }

    @Test
    void a_group_of_a_service_alone_is_a_group_that_no_person_opens() throws IOException {
        copy("groups");
        change(
                "app.yaml",
                "          age:\n            - recipient: " + BOB,
                "          kms:\n            - arn: arn:aws:kms:eu:1:key/2");

        DriftAnswer answer = drift();

        assertThat(found(answer)).singleElement().asString().startsWith("machine-opens app.yaml:");
        assertThat(people(answer).get("app.yaml")).containsExactly("alice");
    }
}
