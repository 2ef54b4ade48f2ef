package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a {@code .sops.yaml} may name keys: the file opens to alice, bob and carol. */
@SuppressWarnings("StringConcatToTextBlock") // A table of files, one beside the other.
class SopsRulesTest extends SopsFixture {
    private static final String EXTRA = "sops-rule-extra app.yaml:[0-9]+: still encrypted to carol, whom the rule at"
            + " .sops.yaml:[0-9]+ does not name";

    @BeforeEach
    void make() throws IOException {
        copy("rules");
    }

    private void rules(String text) throws IOException {
        write(".sops.yaml", text.replace("ALICE", ALICE).replace("BOB", BOB).replace("CAROL", CAROL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "creation_rules:\n  - age: ALICE,BOB\n",
                "creation_rules:\n  - age: >-\n      ALICE,\n      BOB,\n",
                "creation_rules:\n  - age: [ ALICE, BOB ]\n",
                "creation_rules:\n  - key_groups:\n      - age: [ ALICE, BOB ]\n",
                "creation_rules:\n  - key_groups:\n      - age: [ 'ALICE, BOB' ]\n",
                "team: &team\n  age: [ ALICE, BOB ]\ncreation_rules:\n  - key_groups:\n      - *team\n",
                "groups: &groups\n  - age: [ ALICE, BOB ]\ncreation_rules:\n  - key_groups: *groups\n",
                "keys:\n  - &alice ALICE\n  - &bob BOB\ncreation_rules:\n  - key_groups:\n      - age:\n          - *alice\n"
                        + "          - *bob\n",
                "team: &team [ ALICE, BOB ]\ncreation_rules:\n  - age: *team\n",
                "team: &team ALICE,BOB\ncreation_rules:\n  - age: *team\n",
                "a: &a { age: [ ALICE ] }\nb: &b { age: [ BOB ] }\ncreation_rules:\n  - key_groups:\n"
                        + "      - merge: [ *a, *b ]\n",
                "a: &a { age: [ ALICE ] }\nab: &ab { merge: [ *a ], age: [ BOB ] }\ncreation_rules:\n  - key_groups:\n"
                        + "      - merge:\n          - *ab\n          - *a\n",
                "team: &team { age: 'ALICE,BOB' }\ncreation_rules:\n  - <<: *team\n    path_regex: app\n",
                "rule: &rule { path_regex: app, age: 'ALICE,BOB' }\ncreation_rules:\n  - *rule\n",
                "creation_rules: &rules\n  - age: ALICE,BOB\n",
                "creation_rules:\n  - path_regex: other\n    age: CAROL\n  - path_regex: ^app\\.yaml$\n    age: ALICE,BOB\n"
                        + "  - age: CAROL\n",
                "stores: { yaml: { indent: 2 } }\ndestination_rules:\n  - s3_bucket: x\n    recreation_rule: { age: CAROL }\n"
                        + "creation_rules:\n  - age: ALICE,BOB\n    encrypted_regex: ^made$\n    mac_only_encrypted: true\n"
                        + "    aws_profile: x\n",
            })
    void a_key_that_the_rule_does_not_name_is_found(String text) throws IOException {
        rules(text);

        assertThat(found()).singleElement().asString().matches(EXTRA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team: &team [ ALICE, BOB ]\ncreation_rules:\n  - age: [ *team, CAROL ]\n",
                "team: &team [ ALICE, BOB ]\ncreation_rules:\n  - key_groups:\n      - age:\n          - *team\n",
                "team: &team\n  - age: [ ALICE, BOB ]\ncreation_rules:\n  - key_groups:\n      - *team\n",
                "creation_rules:\n  - key_groups:\n      - ALICE\n",
                "creation_rules:\n  - key_groups:\n      age: [ ALICE ]\n",
                "creation_rules:\n  - age: { alice: ALICE }\n",
                "creation_rules:\n  - age: [ { recipient: ALICE } ]\n",
                "creation_rules:\n  - age: ALICE\n    kms: [ { role: x } ]\n",
                "creation_rules:\n  - age: ALICE\n    shamir_threshold: two\n",
                "creation_rules:\n  - ALICE\n",
                "creation_rules:\n  - path_regex: (app\n    age: CAROL\n  - age: ALICE\n",
                "creation_rules:\n  age: ALICE\n",
                "creation_rules:\n  - path_regex: ^(?!app)\n    age: ALICE\n",
                "creation_rules:\n  - path_regex: '[[:letter:]]'\n    age: ALICE\n",
                "- age: ALICE\n",
                "creation_rules:\n  - age: *nobody\n",
                "creation_rules: [\n",
                "g: &g { merge: [ *g ] }\ncreation_rules:\n  - key_groups: [ *g ]\n",
            })
    void what_cannot_be_understood_is_said_and_nothing_is_compared_with_it(String text) throws IOException {
        rules(text);

        List<Finding> findings = drift().findings();

        assertThat(findings).map(finding -> finding.code().word()).containsOnly("sops-rules-broken");
        assertThat(Finding.allTold(findings)).isFalse();
    }

    @Test
    void a_key_of_a_kind_that_is_not_known_is_said_and_nothing_is_compared_with_its_rule() throws IOException {
        rules("creation_rules:\n  - age: ALICE\n    plugins: [ { binary_name: sops-x } ]\n");

        assertThat(found())
                .containsExactly(
                        "unknown-algorithm .sops.yaml:3: \"plugins\" may be keys of a kind that is not known here");
        assertThat(Finding.allTold(drift().findings())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[[:lower:]]+\\.yaml$",
                "(?P<name>app)",
                "^[[:^digit:]]*$",
                "(?i)APP",
                "^[[:word:].]+$",
                "app\\.yaml\\z"
            })
    void a_pattern_is_one_of_go(String pattern) throws IOException {
        rules("creation_rules:\n  - path_regex: '%s'\n    age: ALICE,BOB\n  - age: ALICE,BOB,CAROL\n"
                .formatted(pattern));

        assertThat(found()).singleElement().asString().matches(EXTRA);
    }

    @Test
    void a_rule_before_one_that_cannot_be_understood_is_compared_nevertheless() throws IOException {
        rules("creation_rules:\n  - path_regex: app\n    age: ALICE,BOB\n  - path_regex: (x\n");

        assertThat(found())
                .anyMatch(finding -> finding.startsWith("sops-rules-broken .sops.yaml:4: the pattern"))
                .anyMatch(finding -> finding.matches(EXTRA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "destination_rules:\n  - s3_bucket: x\n    recreation_rule: { age: ALICE }\n",
                "stores: { yaml: { indent: 2 } }\n",
                "creation_rules: ~\n",
                "",
                "# nothing yet\n",
                "creation_rules:\n  - encrypted_regex: ^made$\n",
            })
    void rules_that_say_nothing_of_keys_are_no_fault(String text) throws IOException {
        rules(text);

        assertThat(found()).isEmpty();
    }

    @Test
    void merged_groups_that_grow_beyond_measure_are_said() throws IOException {
        StringBuilder text = new StringBuilder("g0: &g0 { age: [ ALICE ] }\n");
        for (int i = 1; i < 40; i++) {
            text.append("g%d: &g%d { merge: [ *g%d, *g%d ] }\n".formatted(i, i, i - 1, i - 1));
        }
        rules(text + "creation_rules:\n  - key_groups: [ *g39 ]\n");

        assertThat(found()).anyMatch(finding -> finding.endsWith("more groups are merged than anybody writes"));
    }

    @Test
    void a_pattern_is_for_paths_below_the_rules() throws IOException {
        write("team/app.yaml", Files.readString(directory.resolve("app.yaml")));
        write(
                "team/.sops.yaml",
                "creation_rules:\n  - path_regex: ^app\n    age: %s,%s,%s\n".formatted(ALICE, BOB, CAROL));
        rules("creation_rules:\n  - path_regex: ^team/\n    age: ALICE\n  - path_regex: ^app\n    age: ALICE,BOB\n");

        assertThat(found()).singleElement().asString().matches(EXTRA);
    }

    @Test
    void groups_are_the_same_in_any_order() throws IOException {
        copy("groups");
        rules("creation_rules:\n  - key_groups:\n      - age: [ BOB ]\n      - age: [ ALICE ]\n");

        assertThat(found()).isEmpty();
    }

    @Test
    void a_threshold_of_nothing_or_of_none_asks_for_all_groups() throws IOException {
        copy("groups");
        change("app.yaml", "    shamir_threshold: 2\n", "");
        rules(
                "creation_rules:\n  - shamir_threshold: 0\n    key_groups:\n      - age: [ ALICE ]\n      - age: [ BOB ]\n");

        assertThat(found()).isEmpty();
        assertThat(drift().files().get(0).opened().toString()).contains("quorum=2");
    }

    @Test
    void one_group_opens_with_any_of_its_keys_whatever_the_threshold() throws IOException {
        change("app.yaml", "    lastmodified:", "    shamir_threshold: 2\n    lastmodified:");
        rules("creation_rules:\n  - shamir_threshold: 2\n    age: ALICE,BOB,CAROL\n");

        assertThat(found()).isEmpty();
        assertThat(drift().files().get(0).opened().toString()).contains("quorum=1");
    }

    @Test
    void keys_outside_of_groups_are_all_that_sops_asks_for() throws IOException {
        change(
                "app.yaml",
                "    lastmodified:",
                "    key_groups:\n        - age: [ { recipient: age1x, enc: y } ]\n    lastmodified:");

        assertThat(people(drift()).get("app.yaml")).containsExactly("alice", "bob", "carol");
    }
}
