package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** sops before 3.11 writes {@code null} for each kind of key that a JSON or binary file does not use. */
class SopsNothingTest extends SopsFixture {
    @Test
    void a_null_of_json_is_no_recipient() throws IOException {
        copy("nulls");

        DriftAnswer answer = drift();

        assertThat(found(answer)).isEmpty();
        assertThat(people(answer))
                .isEqualTo(Map.of(
                        "age.json", Set.of("alice"),
                        "age.bin", Set.of("alice"),
                        "pgp.json", Set.of("Alice <alice@example.org>")));
        assertThat(answer.files())
                .allSatisfy(file -> assertThat(file.machines()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "Null", "NULL", "~", "", "[]", "[ null ]", "[ ~, null ]"})
    void nothing_in_yaml_is_no_recipient_however_it_is_written(String nothing) throws IOException {
        copy("rules");
        change("app.yaml", "kms: []\n    gcp_kms: []", "kms: %s\n    gcp_kms: %<s".formatted(nothing));
        change("app.yaml", "pgp: []", "pgp: " + nothing);
        change("app.yaml", "hc_vault: []", "hc_vault: []\n    key_groups: " + nothing);

        DriftAnswer answer = drift();

        assertThat(found(answer)).isEmpty();
        assertThat(people(answer)).isEqualTo(Map.of("app.yaml", Set.of("alice", "bob", "carol")));
    }

    @Test
    void nothing_among_the_recipients_or_in_a_group_is_none_either() throws IOException {
        copy("groups");
        change(
                "app.yaml",
                "          age:\n",
                "          pgp: ~\n          kms: [ null ]\n          age:\n            - null\n");

        DriftAnswer answer = drift();

        assertThat(found(answer)).isEmpty();
        assertThat(people(answer)).isEqualTo(Map.of("app.yaml", Set.of("alice", "bob")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"names/x.env", "names/x.ini"})
    void an_empty_line_of_dotenv_or_ini_is_no_recipient(String made) throws IOException {
        copy("names");
        String name = made.substring("names/".length());
        String prefix = name.equals("x.env") ? "sops_" : "";
        String line = prefix.isEmpty() ? "age__list_0__map_enc " : "sops_age__list_0__map_enc";
        change(name, line, prefix + "pgp=\n" + prefix + "kms=null\n" + prefix + "hc_vault__list_0=\n" + line);

        DriftAnswer answer = drift(name);

        assertThat(found(answer)).isEmpty();
        assertThat(people(answer)).isEqualTo(Map.of(name, Set.of("bob")));
    }

    @Test
    void what_stands_in_the_metadata_twice_is_broken_as_it_is_for_sops() throws IOException {
        copy("rules");
        change("app.yaml", "    pgp: []", "    pgp: []\n    age: []");

        assertThat(found()).singleElement().asString().contains("sops-broken app.yaml:", "\"age\" stands there twice");
    }

    @Test
    void a_quoted_null_is_a_text_and_nobody_s_key_that_is_known() throws IOException {
        copy("rules");
        write(".sops.yaml", "creation_rules:\n  - age: [ \"null\", %s, %s, %s ]\n".formatted(ALICE, BOB, CAROL));

        assertThat(found())
                .isEqualTo(List.of("sops-rule-missing app.yaml:1: null cannot open the file, although the"
                        + " rule at .sops.yaml:2 names them"));
    }

    @Test
    void a_rule_of_nothing_names_no_key() throws IOException {
        copy("rules");
        write(".sops.yaml", "creation_rules:\n  - age: ~\n    pgp:\n    kms: null\n    key_groups: []\n");

        assertThat(found()).isEmpty();
    }

    @Test
    void an_entry_without_a_data_key_opens_nothing_and_is_said() throws IOException {
        copy("rules");
        change(
                "app.yaml",
                "    lastmodified:",
                "        - recipient: age1nobody\n          enc: \"\"\n    lastmodified:");

        DriftAnswer answer = drift();

        assertThat(found(answer))
                .singleElement()
                .asString()
                .matches(
                        "sops-broken app.yaml:[0-9]+: an entry of \"age\" has no data key: whom it names cannot open the file");
        assertThat(people(answer)).isEqualTo(Map.of("app.yaml", Set.of("alice", "bob", "carol")));
    }
}
