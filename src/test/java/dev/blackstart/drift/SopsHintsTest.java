package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What hints say, followed to the letter. Where that takes sops, the real one was given the very commands of the hint
 * ({@code commands} in src/test/resources/sops-cases/hints), and what it wrote lies beside.
 */
class SopsHintsTest extends SopsFixture {
    @ParameterizedTest
    @CsvSource({
        "extra, sops-rule-extra, alice",
        "other-type, sops-rule-extra, alice",
        "spaces, sops-rule-extra, alice",
        "missing, sops-rule-missing, alice bob",
        "threshold, sops-threshold, alice bob carol",
        "more-groups, sops-threshold, alice bob",
        "plaintext, sops-plaintext, alice"
    })
    void sops_does_what_the_hint_says_and_opens_the_file_to_whom_the_rule_names(String made, String code, String named)
            throws IOException {
        copy("hints/" + made + "/before");
        List<Finding> findings = drift().findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code().word()).isEqualTo(code);
            assertThat(Files.readAllLines(MADE.resolve("hints/" + made + "/commands")))
                    .allSatisfy(command -> assertThat(finding.hint().replace(directory + "/", ""))
                            .contains("`" + command + "`"));
        });

        copy("hints/" + made + "/after");
        assertThat(found()).isEmpty();
        assertThat(people(drift()).values()).containsExactly(Set.of(named.split(" ")));
    }

    @Test
    void whom_the_rule_forgot_is_named_in_it_and_opens_no_more_than_before() throws IOException {
        copy("hints/extra/before");
        assertThat(drift().findings().get(0).hint()).endsWith("If they should open it, name them in the rule instead.");

        change(".sops.yaml", ALICE, ALICE + "," + BOB);

        assertThat(found()).isEmpty();
    }

    @Test
    void whom_the_rule_names_by_mistake_is_taken_out_of_it_and_opens_nothing() throws IOException {
        copy("hints/missing/before");
        assertThat(drift().findings().get(0).hint()).endsWith("If they should not, take them out of the rule.");

        change(".sops.yaml", "," + BOB, "");

        assertThat(found()).isEmpty();
    }

    @Test
    void what_all_may_read_is_left_out_by_the_pattern() throws IOException {
        copy("hints/plaintext/before");
        assertThat(drift().findings().get(0).hint())
                .endsWith("Where it may be read by all, let the `path_regex` at %s:2 leave it out."
                        .formatted(directory.resolve(".sops.yaml")));

        change(".sops.yaml", "path_regex: secret", "path_regex: secret-");

        assertThat(found()).noneMatch(finding -> finding.startsWith("sops-plaintext"));
    }

    @Test
    void a_rule_is_added_where_there_is_none_for_a_file() throws IOException {
        copy("rules");
        write(".sops.yaml", "creation_rules:\n  - path_regex: other\n    age: %s\n".formatted(ALICE));
        Finding finding = drift().findings().get(0);
        assertThat(finding.hint())
                .isEqualTo("Add one to %s that names those who should open it: `sops updatekeys` goes by it."
                        .formatted(directory.resolve(".sops.yaml")));

        write(".sops.yaml", "creation_rules:\n  - age: %s,%s,%s\n".formatted(ALICE, BOB, CAROL));

        assertThat(found()).isEmpty();
    }

    @Test
    void the_true_fingerprint_takes_the_place_of_a_false_one() throws IOException {
        copy("nulls");
        String alice = "2465105851F63D8816FA24C82D5EAAB039046855";
        String carol = "385063C02A59160A404B8DA7B871C03B02349292";
        change("pgp.json", alice, carol);
        Finding finding = drift().findings().get(0);
        assertThat(finding.code()).isEqualTo(DriftCode.SOPS_CLAIM);
        assertThat(finding.hint()).contains("of the key that does, " + alice);

        change("pgp.json", carol, alice);

        assertThat(found()).isEmpty();
        assertThat(people(drift()).get("pgp.json")).containsExactly("Alice <alice@example.org>");
    }

    @Test
    void an_entry_that_opens_nothing_is_taken_out() throws IOException {
        copy("rules");
        String entry = "        - recipient: age1nobody\n          enc: \"\"\n";
        change("app.yaml", "    lastmodified:", entry + "    lastmodified:");
        assertThat(drift().findings().get(0).hint())
                .isEqualTo("Take the entry out: it opens nothing. `sops updatekeys` puts in whom the rule names.");

        change("app.yaml", entry, "");

        assertThat(found()).isEmpty();
    }

    @Test
    void what_is_no_key_is_taken_out_of_the_rule() throws IOException {
        copy("hints/extra/after");
        change(".sops.yaml", "    age:", "    labels: [ x ]\n    age:");
        assertThat(drift().findings().get(0).hint())
                .startsWith("If they are none, take them out: sops passes over them.");

        change(".sops.yaml", "    labels: [ x ]\n", "");

        assertThat(found()).isEmpty();
    }

    @Test
    void rules_that_sops_cannot_read_are_corrected() throws IOException {
        copy("hints/extra/after");
        change(".sops.yaml", "age: " + ALICE, "age: [ [ %s ] ]".formatted(ALICE));
        assertThat(drift().findings().get(0).hint()).startsWith("Correct it, so that sops reads it, too");

        change(".sops.yaml", "[ [ %s ] ]".formatted(ALICE), "[ %s ]".formatted(ALICE));

        assertThat(found()).isEmpty();
    }
}
