package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the real sops has written (src/test/resources/sops) against its creation rules. */
class SopsDriftTest {
    private static final Path MADE = Path.of("src/test/resources/sops");
    private static final String ALICE = "2465105851F63D8816FA24C82D5EAAB039046855";
    private static final String CAROL = "385063C02A59160A404B8DA7B871C03B02349292";
    private static final String AGE = "age1heg326wpzlmtg65eumtk80jeh25mrqlg9je0wzwv08pk6s0ga3tsfhxez0";

    @TempDir
    Path directory;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(MADE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(MADE.relativize(file));
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    private DriftAnswer drift(String name) {
        return Drift.of(
                Artefacts.read(new Sources(
                        List.of(),
                        List.of(directory.resolve(name)),
                        List.of(),
                        List.of(),
                        List.of(directory.resolve("keys.asc")),
                        Optional.empty())),
                Optional.empty(),
                Instant.now());
    }

    private List<String> found(String name) {
        return drift(name).findings().stream()
                .map(finding -> (finding.code().word() + " " + finding.place().fileAndLine() + ": " + finding.message())
                        .replace(directory + "/", ""))
                .toList();
    }

    private void change(String name, String old, String with) throws IOException {
        Path file = directory.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, with));
    }

    @Test
    void yaml_json_dotenv_and_ini_say_the_same() {
        for (String name : List.of("ok.yaml", "ok.json", "ok.env", "ok.ini")) {
            DriftAnswer answer = drift(name);

            assertThat(answer.findings()).as(name).isEmpty();
            assertThat(answer.files()).singleElement().satisfies(file -> {
                assertThat(file.name()).isEqualTo(name);
                assertThat(file.opened()).isInstanceOfSatisfying(Quorum.class, any -> {
                    assertThat(any.quorum()).isEqualTo(1);
                    assertThat(any.of())
                            .map(part -> ((ByPerson) part).person())
                            .containsExactlyInAnyOrder("Alice <alice@example.org>", "Bob <bob@example.org>", AGE);
                });
            });
        }
    }

    @Test
    void groups_of_which_a_threshold_is_needed_are_a_quorum_of_groups() {
        DriftAnswer answer = drift("team/ok.yaml");

        assertThat(answer.findings()).isEmpty();
        AccessFormula formula = answer.files().get(0).opened();
        assertThat(formula).isInstanceOfSatisfying(Quorum.class, quorum -> {
            assertThat(quorum.quorum()).isEqualTo(2);
            assertThat(quorum.of()).hasSize(3).allMatch(Quorum.class::isInstance);
        });
    }

    @Test
    void a_threshold_that_is_lower_than_the_rule_s_is_found() throws IOException {
        change(".sops.yaml", "shamir_threshold: 2", "shamir_threshold: 3");

        assertThat(found("team/ok.yaml"))
                .containsExactly("sops-threshold team/ok.yaml:1: 2 of 3 groups of keys open it, while .sops.yaml:2 asks"
                        + " for 3 of 3");
    }

    @Test
    void a_threshold_that_can_never_be_reached_is_found() throws IOException {
        change("team/ok.yaml", "shamir_threshold: 2", "shamir_threshold: 4");

        assertThat(found("team/ok.yaml"))
                .contains("sops-threshold team/ok.yaml:1: 4 groups of keys are needed to open it, and there are 3");
    }

    @Test
    void keys_that_the_rule_does_not_name_and_keys_that_are_missing_are_found_at_their_lines() {
        assertThat(found("stale.yaml"))
                .hasSize(3)
                .anyMatch(finding -> finding.matches("sops-rule-extra stale.yaml:[0-9]+: still encrypted to"
                        + " Carol <carol@example.org>, whom the rule at .sops.yaml:10 does not name"))
                .anyMatch(finding -> finding.matches("sops-rule-extra stale.yaml:[0-9]+: still encrypted to age1.*"))
                .contains(
                        "sops-rule-missing stale.yaml:1: Bob <bob@example.org> cannot open the file, although the rule"
                                + " at .sops.yaml:11 names them");
    }

    @Test
    void the_key_that_really_opens_it_counts_not_the_fingerprint_that_the_file_claims() throws IOException {
        change("ok.yaml", ALICE, CAROL);

        assertThat(found("ok.yaml"))
                .containsExactly("sops-claim ok.yaml:%d: says that key %s opens it, but Alice <alice@example.org> does"
                        .formatted(line("ok.yaml", CAROL), CAROL));
    }

    @Test
    void a_service_that_opens_it_is_named_and_counts_as_nobody_s_access() throws IOException {
        change("ok.yaml", "sops:\n", "sops:\n    kms:\n        - arn: arn:aws:kms:eu:1:key/2\n          enc: AQ==\n");

        DriftAnswer answer = drift("ok.yaml");

        assertThat(answer.files().get(0).machines()).containsExactly("kms arn:aws:kms:eu:1:key/2");
        assertThat(found("ok.yaml"))
                .contains("machine-opens ok.yaml:4: a machine or service opens the file: kms arn:aws:kms:eu:1:key/2");
    }

    @Test
    void a_file_that_its_rule_wants_encrypted_and_is_not_is_found() throws IOException {
        Files.createDirectories(directory.resolve("team"));
        Files.writeString(directory.resolve("team/new.yaml"), "password: hunter2\n");

        assertThat(found(""))
                .contains("sops-plaintext team/new.yaml:1: the file is not encrypted, but a rule of sops or the command"
                        + " line says that it is");
    }

    @Test
    void a_file_for_which_there_is_no_rule_is_noted() throws IOException {
        Files.move(directory.resolve("ok.yaml"), directory.resolve("ok.data"));

        assertThat(found("ok.data")).containsExactly("sops-no-rule ok.data:1: no rule of .sops.yaml is for this file");
    }

    @Test
    void broken_files_and_rules_are_named_and_the_others_are_answered() throws IOException {
        change("stale.yaml", "sops:\n", "sops: [\n");
        change("ok.json", "\"sops\": {", "\"sops\": ");

        DriftAnswer answer = drift("");

        assertThat(found(""))
                .anyMatch(finding -> finding.startsWith("sops-broken stale.yaml:"))
                .anyMatch(finding -> finding.startsWith("sops-broken ok.json:"));
        assertThat(answer.files()).map(FileAccess::name).contains("ok.yaml", "team/ok.yaml");
        assertThat(Finding.allTold(answer.findings())).isFalse();

        change(".sops.yaml", "^team/", "^(team/");
        assertThat(found("ok.yaml"))
                .anyMatch(finding -> finding.startsWith("sops-rules-broken .sops.yaml:2: the pattern"));
    }

    private int line(String name, String text) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve(name));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new IllegalStateException(text + " is not in " + name);
    }
}
