package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is said of files that the real sops has written (src/test/resources/sops-cases), and how the verb exits. */
class AccessOfSopsTest {
    private static final Path MADE = Path.of("src/test/resources/sops-cases");
    private static final String ALICE = "age10nrxnswcp53f67le9m8c3swhlecf75gc2e772n0d3rfxudcjadns0vx0zx";
    private static final String BOB = "age1vuzh8tnzuayqvy9jxf5l5ljd5q2fyzrzuqmnha0hsgkvkafdrvfq8cw3sx";
    private static final String KMS = "arn: 'arn:aws:kms:eu:1:key/2'";

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();

    private int access(String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "access", "--sops", directory.resolve(name).toString(), "--keys", "src/test/resources/sops/keys.asc"));
        arguments.addAll(List.of(more));
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        return line.execute(arguments.toArray(String[]::new));
    }

    private void put(String made, String old, String with) throws IOException {
        String text = Files.readString(MADE.resolve(made));
        assertThat(text).contains(old);
        Files.writeString(directory.resolve("app.yaml"), text.replace(old, with));
    }

    @Test
    void a_null_is_nobody_so_that_one_is_needed_and_one_is_all() throws IOException {
        Files.copy(MADE.resolve("nulls/pgp.json"), directory.resolve("pgp.json"));

        assertThat(access("pgp.json", "--at-least", "2")).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("Lose Alice <alice@example.org>, and pgp.json cannot be opened.")
                .contains("1           1: Alice <alice@example.org>")
                .doesNotContain("null", "machine-opens");
    }

    @Test
    void files_of_any_name_that_differ_from_their_rule_are_an_error() throws IOException {
        for (String name : List.of("tls.key", "prod.tfvars", "values.yaml.enc", "kubeconfig")) {
            Files.copy(MADE.resolve("names/" + name), directory.resolve(name));
        }
        Files.writeString(directory.resolve(".sops.yaml"), "creation_rules:\n  - age: " + ALICE + "\n");

        assertThat(access("")).isEqualTo(1);
        assertThat(out.toString()).contains("4 secrets", "sops-rule-extra", "sops-rule-missing");
    }

    @Test
    void one_group_of_a_service_needs_somebody_of_the_other_group_and_whoever_may_ask_the_service() throws IOException {
        put(
                "groups/app.yaml",
                "          age:\n            - recipient: " + BOB,
                "          kms:\n            - " + KMS);

        assertThat(access("app.yaml")).isEqualTo(2);
        assertThat(out.toString())
                .startsWith("Not everything could be told")
                .contains(
                        "Lose " + ALICE,
                        "0 to 1",
                        "at least 1:",
                        "depends on: whoever may ask kms arn:aws:kms:eu:1:key/2")
                .doesNotContain("opened-by-nobody", "Nobody can open");
    }

    @Test
    void a_service_beside_a_person_may_open_it_without_them() throws IOException {
        put("names/app.yaml", "    kms: []", "    kms: [ { " + KMS + ", enc: AQ== } ]");

        assertThat(access("app.yaml")).isEqualTo(2);
        assertThat(out.toString())
                .startsWith("Not everything could be told")
                .contains("at least 1  1:")
                .doesNotContain("bus-factor-one", "cannot be opened");
    }

    @Test
    void a_service_alone_may_let_in_anybody_or_nobody() throws IOException {
        String text = Files.readString(MADE.resolve("names/app.yaml"));
        int age = text.indexOf("    age:\n");
        int rest = text.indexOf("    lastmodified:");
        Files.writeString(
                directory.resolve("app.yaml"),
                text.substring(0, age).replace("    kms: []", "    kms: [ { " + KMS + ", enc: AQ== } ]")
                        + text.substring(rest));

        assertThat(access("app.yaml")).isEqualTo(2);
        assertThat(out.toString())
                .contains("not known   not known")
                .doesNotContain("opened-by-nobody", "Nobody can open");
    }

    @Test
    void a_file_that_asks_for_more_groups_than_it_has_is_brought_back_from_a_backup() throws IOException {
        put("groups/app.yaml", "shamir_threshold: 2", "shamir_threshold: 3");

        assertThat(access("app.yaml")).isEqualTo(1);
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "Nobody can open app.yaml, not even everybody together.",
                        "sops-threshold",
                        "opened-by-nobody",
                        "HINT: bring the file back from a backup, or have somebody who knows what it holds write it anew")
                .doesNotContain("openedBy");

        put("groups/app.yaml", "made:", "made:");
        out.getBuffer().setLength(0);

        access("app.yaml");
        assertThat(out.toString()).doesNotContain("opened-by-nobody", "sops-threshold");
    }
}
