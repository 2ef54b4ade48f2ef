package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** sops takes files of any name: what stands in them tells that it wrote them. */
class SopsAnyNameTest extends SopsFixture {
    @BeforeEach
    void make() throws IOException {
        copy("names");
    }

    @Test
    void files_of_any_name_are_read_and_compared_with_their_rule() throws IOException {
        write(".sops.yaml", "creation_rules:\n  - age: " + ALICE + "\n");

        DriftAnswer answer = drift();

        assertThat(people(answer).keySet())
                .containsExactlyInAnyOrder(
                        "app.yaml",
                        "x.env",
                        "x.ini",
                        "tls.key",
                        "prod.tfvars",
                        "values.yaml.enc",
                        "kubeconfig",
                        "notes.md",
                        "dotenv");
        assertThat(people(answer).values())
                .allSatisfy(people -> assertThat(people).containsExactly("bob"));
        for (String name : people(answer).keySet()) {
            assertThat(found(answer))
                    .anyMatch(finding -> finding.startsWith("sops-rule-extra " + name + ":"))
                    .anyMatch(finding -> finding.startsWith("sops-rule-missing " + name + ":"));
        }
    }

    @Test
    void what_sops_never_wrote_is_passed_over() throws IOException {
        write("README.md", "An example:\n```\nsops:\n    mac: ENC[AES256_GCM,data:x\n    age: [\n```\n");
        write("deploy.yaml", "kind: Deployment\n");
        write("broken.yaml", "a: [\n");
        Files.write(directory.resolve("photo.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1, 2});
        write(".git/index", "\"sops\": ENC[AES256_GCM, {");

        DriftAnswer answer = drift();

        assertThat(found(answer)).isEmpty();
        assertThat(answer.files()).hasSize(9);
    }

    @Test
    void a_rule_that_encrypts_certain_fields_wants_no_file_encrypted_that_has_none_of_them() throws IOException {
        write(
                ".sops.yaml",
                "creation_rules:\n  - path_regex: .*\\.yaml\n    encrypted_regex: ^(data|stringData)$\n    age: "
                        + BOB);
        write("kustomization.yaml", "kind: Kustomization\nresources: [ a, b ]\n");
        write("secret.yaml", "kind: Secret\nstringData: { password: x }\n");
        write("list.yaml", "---\nkind: List\n---\nitems: [ { kind: Secret, data: { password: x } } ]\n");
        write("broken.yaml", "kind: [\n");

        assertThat(found())
                .map(finding -> finding.substring(0, finding.indexOf(':')))
                .filteredOn(finding -> !finding.startsWith("sops-no-rule "))
                .containsExactly(
                        "sops-plaintext broken.yaml", "sops-plaintext list.yaml", "sops-plaintext secret.yaml");
    }

    @Test
    void what_packages_brought_is_looked_at_like_everything_else() throws IOException {
        write("node_modules/x/secret", Files.readString(directory.resolve("tls.key")));

        assertThat(people(drift())).containsKey("node_modules/x/secret");
    }

    @Test
    void a_file_that_sops_may_have_written_and_that_cannot_be_read_is_said_whatever_its_name() throws IOException {
        change("tls.key", "\"sops\": {", "\"sops\": ");
        change("values.yaml.enc", "sops:\n", "sops: [\n");
        Path utf16 = directory.resolve("kubeconfig");
        Files.writeString(utf16, "\uFEFF" + Files.readString(utf16), StandardCharsets.UTF_16LE);
        Path latin1 = directory.resolve("x.env");
        Files.writeString(latin1, "# für alle\n" + Files.readString(latin1), StandardCharsets.ISO_8859_1);

        assertThat(found())
                .anyMatch(finding -> finding.startsWith("sops-broken tls.key:"))
                .anyMatch(finding -> finding.startsWith("sops-broken values.yaml.enc:"))
                .contains(
                        "unreadable kubeconfig:1: the file looks like one of sops and is in UTF-16, which sops does not read")
                .contains("unreadable x.env:1: the file looks like one of sops and is not UTF-8");
        assertThat(drift().files()).hasSize(5);
    }

    @Test
    void a_conflict_that_was_left_in_a_file_is_said() throws IOException {
        for (String name : new String[] {"x.env", "x.ini", "app.yaml", "kubeconfig"}) {
            String text = Files.readString(directory.resolve(name));
            int line = text.lastIndexOf('\n', text.length() - 3) + 1;
            write(name, text.substring(0, line) + "<<<<<<< HEAD\n" + text.substring(line));
        }

        assertThat(found())
                .hasSize(4)
                .allMatch(finding -> finding.startsWith("sops-broken "))
                .anyMatch(finding -> finding.startsWith("sops-broken x.env:"))
                .anyMatch(finding -> finding.startsWith("sops-broken x.ini:"));
    }

    @Test
    void what_was_named_twice_is_read_once() throws IOException {
        DriftAnswer answer = Drift.of(
                Artefacts.read(new Sources(
                        List.of(),
                        List.of(
                                directory,
                                directory.resolve("app.yaml"),
                                directory.resolve("."),
                                directory.resolve("tls.key")),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty())),
                Optional.empty(),
                Instant.now());

        assertThat(answer.files()).hasSize(9);
    }

    @Test
    void a_mark_at_the_beginning_of_a_file_is_no_part_of_it() throws IOException {
        for (String name : List.of("app.yaml", "kubeconfig", "x.env", "x.ini")) {
            write(name, "\uFEFF" + Files.readString(directory.resolve(name)));
        }

        assertThat(found()).isEmpty();
        assertThat(drift().files()).hasSize(9);
    }

    @Test
    void of_a_large_file_both_ends_are_looked_at() throws IOException {
        String large = " ".repeat(17 * 1024 * 1024);
        write("large.iso", large);
        write("dump.json", large + Files.readString(directory.resolve("kubeconfig")));

        assertThat(found())
                .containsExactly("unreadable dump.json:1: the file looks like one of sops and is larger than 16 MiB");
    }

    @Test
    void the_second_document_of_a_yaml_file_changes_nothing() throws IOException {
        write(
                "app.yaml",
                Files.readString(directory.resolve("app.yaml"))
                        + "---\nsops: { age: [ { recipient: x, enc: y } ], mac: z }\n");

        assertThat(people(drift()).get("app.yaml")).containsExactly("bob");
    }
}
