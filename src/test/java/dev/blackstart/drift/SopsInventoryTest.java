package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of sops against the inventory of a team in which alice, bob and carol have age keys. */
class SopsInventoryTest extends SopsFixture {
    private static final String FILES = "  files: { kind: sops, path: files, openedBy: { anyOf: [alice, bob] } }\n";
    private static final String OPENPGP =
            "  files: { kind: openpgp, path: files, openedBy: { anyOf: [alice, bob] } }\n";
    private static final String APP = "  app: { purpose: x, store: files }\n";

    private void put(String made, String name) throws IOException {
        write(name, Files.readString(MADE.resolve(made)));
    }

    private DriftAnswer compared(String given, String stores, String secrets) throws IOException {
        write("secrets.yaml", """
                people:
                  alice: { keys: [%s] }
                  bob: { keys: [%s] }
                  carol: { keys: [%s] }
                stores:
                %ssecrets:
                %s""".formatted(ALICE, BOB, CAROL, stores, secrets));
        Definitions read = DefinitionReader.readDocuments(directory);
        assertThat(read.problems()).map(Finding::render).isEmpty();
        return Drift.of(
                Artefacts.read(new Sources(
                        List.of(),
                        List.of(directory.resolve(given)),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty())),
                Optional.of(read.environments().get(0).inventory()),
                Instant.now());
    }

    private List<String> differences(String given, String stores, String secrets) throws IOException {
        return found(compared(given, stores, secrets));
    }

    private void rules(String text) throws IOException {
        write("files/.sops.yaml", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {FILES, OPENPGP})
    void whoever_opens_it_beside_those_who_should_is_found(String stores) throws IOException {
        put("rules/app.yaml", "files/app.yaml");

        assertThat(differences("files", stores, APP))
                .containsExactly(
                        "wider-than-documented files/app.yaml:1: carol can open the file alone; secrets.yaml:8 says: any one"
                                + " of alice, bob");
    }

    @Test
    void one_who_opens_it_alone_where_two_should_be_needed_is_found() throws IOException {
        put("names/app.yaml", "files/app.yaml");

        assertThat(differences(
                        "files", FILES, "  app: { purpose: x, store: files, openedBy: { allOf: [alice, bob] } }\n"))
                .containsExactly(
                        "person-cannot-open files/app.yaml:1: alice cannot open the file, although secrets.yaml:8 says so",
                        "wider-than-documented files/app.yaml:1: bob can open the file alone; secrets.yaml:8 says: all of"
                                + " alice, bob");
    }

    @Test
    void groups_that_are_all_needed_are_as_documented() throws IOException {
        put("groups/app.yaml", "files/app.yaml");

        assertThat(differences(
                        "files", FILES, "  app: { purpose: x, store: files, openedBy: { allOf: [alice, bob] } }\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "app.yaml, app",
        "app.yaml, app.yaml",
        "app.enc.yaml, app",
        "app.sops.yaml, app.sops",
        "app.yaml.enc, app",
        "team/app.yaml, app",
        "team/app.yaml, team/app",
        "kubeconfig, kubeconfig"
    })
    void a_file_is_known_by_its_name_with_or_without_its_endings(String file, String name) throws IOException {
        put("hints/missing/after/secret.yaml", "files/" + file);

        assertThat(differences("files", FILES, "  \"%s\": { purpose: x, store: files }\n".formatted(name)))
                .isEmpty();
        assertThat(differences("files", FILES, "  other: { purpose: x, store: files, file: %s }\n".formatted(name)))
                .isEmpty();
    }

    @Test
    void files_that_differ_in_their_endings_only_are_both_compared() throws IOException {
        put("hints/missing/after/secret.yaml", "files/app.json");
        put("rules/app.yaml", "files/app.yaml");

        assertThat(differences("files", FILES, APP))
                .singleElement()
                .asString()
                .startsWith("wider-than-documented files/app.yaml:1: carol");
    }

    @Test
    void several_secrets_may_lie_in_one_file() throws IOException {
        put("hints/missing/after/secret.yaml", "files/app.yaml");

        assertThat(differences("files", FILES, """
                          password: { purpose: x, store: files, file: app }
                          token: { purpose: x, store: files, file: app, openedBy: alice }
                      """))
                .containsExactly(
                        "wider-than-documented files/app.yaml:1: bob can open the file alone; secrets.yaml:9 says: alice");
    }

    @Test
    void what_one_of_the_two_does_not_know_is_found() throws IOException {
        put("hints/missing/after/secret.yaml", "files/old.yaml");

        DriftAnswer answer = compared("files", FILES, APP);

        assertThat(found(answer))
                .containsExactly(
                        "secret-not-in-store secrets.yaml:8: the store files holds no readable file for the secret \"app\"",
                        "file-undocumented files/old.yaml:1: no document names this secret");
        assertThat(answer.findings().get(0).hint())
                .endsWith("else write it where it opens to nobody but any one of alice, bob: `sops edit %s`."
                        .formatted(directory.resolve("files/app.yaml")));
        assertThat(answer.findings().get(1).hint())
                .contains("`old.yaml: { purpose: WHAT IT OPENS, store: files, openedBy: { anyOf: [alice, bob] } }`");

        assertThat(differences(
                        "files",
                        FILES,
                        "  old.yaml: { purpose: WHAT IT OPENS, store: files, openedBy: { anyOf: [alice, bob] } }\n"))
                .isEmpty();
    }

    @Test
    void a_repository_that_holds_the_store_is_compared_there() throws IOException {
        put("rules/app.yaml", "files/app.yaml");

        assertThat(differences("", FILES, APP)).singleElement().asString().startsWith("wider-than-documented");
    }

    @Test
    void one_file_of_a_store_is_compared_and_the_others_are_not_missed() throws IOException {
        put("rules/app.yaml", "files/app.yaml");

        assertThat(differences("files/app.yaml", FILES, APP + "  other: { purpose: x, store: files }\n"))
                .anyMatch(found -> found.startsWith("wider-than-documented"))
                .noneMatch(found -> found.startsWith("secret-not-in-store"));
    }

    @Test
    void the_only_store_of_sops_is_the_only_tree_whatever_their_names() throws IOException {
        put("rules/app.yaml", "deploy/app.yaml");

        assertThat(differences("deploy", FILES, APP)).singleElement().asString().startsWith("wider-than-documented");
    }

    @Test
    void a_tree_that_is_no_store_of_the_inventory_is_said_not_to_be_compared() throws IOException {
        put("names/app.yaml", "deploy/other.yaml");

        DriftAnswer answer = compared("deploy", OPENPGP, APP);

        assertThat(found(answer))
                .containsExactly(
                        "not-compared deploy:1: 1 file of sops in no store of the inventory: not compared with one");
        assertThat(Finding.allTold(answer.findings())).isFalse();
    }

    @Test
    void a_copy_that_nobody_wrote_down_is_found_even_there() throws IOException {
        put("names/app.yaml", "deploy/app.yaml");

        assertThat(differences(
                        "deploy", OPENPGP, "  app: { purpose: x, store: files, openedBy: { allOf: [alice, bob] } }\n"))
                .contains(
                        "wider-than-documented deploy/app.yaml:1: bob can open this copy of app alone; secrets.yaml:8 says"
                                + " that it lies in files, opened by all of alice, bob");
    }

    @Test
    void somebody_who_is_in_no_document_is_found() throws IOException {
        put("rules/app.yaml", "files/app.yaml");
        change("files/app.yaml", CAROL, CAROL.replace("age1", "age1x"));

        assertThat(differences("files", FILES, APP))
                .singleElement()
                .asString()
                .startsWith("recipient-undocumented files/app.yaml:1: opens to age1x");
    }

    @Test
    void the_hints_say_what_to_do_with_sops_and_it_helps() throws IOException {
        rules(Files.readString(MADE.resolve("hints/more-groups/before/.sops.yaml")));
        put("hints/more-groups/before/secret.yaml", "files/secret.yaml");
        String both = "  secret: { purpose: x, store: files, openedBy: { allOf: [alice, bob] } }\n";
        Finding wider = only(compared("files", FILES, both), DriftCode.WIDER_THAN_DOCUMENTED);
        assertThat(named(wider.hint()))
                .contains("let the rule at files/.sops.yaml:2 ask for that many, with a group of `key_groups` for each")
                .contains(
                        "`sops decrypt --in-place files/secret.yaml && sops --config files/.sops.yaml encrypt --in-place"
                                + " files/secret.yaml`");

        put("hints/more-groups/after/secret.yaml", "files/secret.yaml");
        assertThat(differences("files", FILES, both)).isEmpty();

        rules(Files.readString(MADE.resolve("hints/missing/before/.sops.yaml")).replace("," + BOB, ""));
        put("hints/missing/before/secret.yaml", "files/secret.yaml");
        String either = "  secret: { purpose: x, store: files }\n";
        Finding cannot = only(compared("files", FILES, either), DriftCode.PERSON_CANNOT_OPEN);
        assertThat(named(cannot.hint()))
                .contains("name a key of bob in the rule at files/.sops.yaml:2")
                .contains("`sops --config files/.sops.yaml updatekeys files/secret.yaml`");

        rules(Files.readString(MADE.resolve("hints/missing/after/.sops.yaml")));
        put("hints/missing/after/secret.yaml", "files/secret.yaml");
        assertThat(differences("files", FILES, either)).isEmpty();
    }

    @Test
    void somebody_who_left_is_taken_out_of_the_rule_and_of_the_file() throws IOException {
        String one = "  files: { kind: sops, path: files, openedBy: alice }\n";
        String secret = "  secret: { purpose: x, store: files }\n";
        String stranger = BOB.replace("age1", "age1x");
        rules(Files.readString(MADE.resolve("hints/extra/before/.sops.yaml")));
        put("hints/extra/before/secret.yaml", "files/secret.yaml");
        change("files/secret.yaml", BOB, stranger);
        Finding undocumented = only(compared("files", one, secret), DriftCode.RECIPIENT_UNDOCUMENTED);
        assertThat(named(undocumented.hint()))
                .contains("add the key to their `keys`: " + stranger + ";")
                .contains("; if they have left, take their keys out of the rule at files/.sops.yaml:2")
                .contains("`sops --config files/.sops.yaml updatekeys files/secret.yaml`, then `sops rotate --in-place"
                        + " files/secret.yaml`");

        put("hints/extra/after/secret.yaml", "files/secret.yaml");
        assertThat(differences("files", one, secret)).isEmpty();
    }

    @Test
    void a_tree_that_was_not_compared_becomes_a_store() throws IOException {
        put("hints/missing/after/secret.yaml", "deploy/other.yaml");
        Finding said = only(compared("deploy", OPENPGP, APP), DriftCode.NOT_COMPARED);
        assertThat(said.hint())
                .isEqualTo(
                        "Give the inventory a store `{ kind: sops, path: DIR }`, whose `path` is the last part of the name"
                                + " of the directory.");

        assertThat(differences(
                        "deploy",
                        OPENPGP + "  deploy: { kind: sops, path: deploy, openedBy: { anyOf: [alice, bob] } }\n",
                        APP + "  other: { purpose: x, store: deploy }\n"))
                .noneMatch(found -> found.startsWith("not-compared"));
    }

    @Test
    void two_are_not_each_let_in_alone_where_both_are_needed() throws IOException {
        put("hints/missing/before/secret.yaml", "files/secret.yaml");

        Finding cannot = only(
                compared("files", FILES, "  secret: { purpose: x, store: files, openedBy: { allOf: [alice, bob] } }\n"),
                DriftCode.PERSON_CANNOT_OPEN);

        assertThat(cannot.hint()).contains("key_groups").doesNotContain("name a key of bob");
    }

    private static Finding only(DriftAnswer answer, DriftCode code) {
        return answer.findings().stream()
                .filter(finding -> finding.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
