package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code access --prove}, as it is typed. */
@RealTools
class WhoProvesTheirKeysTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void make(Gnupg gnupg) throws Exception {
        gnupg.export(directory.resolve("keys.gpg"), "alice");
        gnupg.run(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                directory.resolve("bob").toString());
        String bob = gnupg.run("ssh-keygen", "-l", "-f", directory + "/bob.pub").split(" ")[1];
        Files.writeString(directory.resolve("secrets.yaml"), """
                provenEvery: 90d
                people: { alice: { keys: [alice@example.org] }, bob: { keys: ["%s"] } }
                stores: { pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, bob] } } }
                secrets: { login: { purpose: x, store: pass } }
                """.formatted(bob));
    }

    private int prove(String... more) {
        out.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(Stream.concat(
                        Stream.of(
                                "access",
                                directory.toString(),
                                "--prove",
                                directory.resolve("proofs").toString(),
                                "--keys",
                                directory.resolve("keys.gpg").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private void answer(Gnupg gnupg) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("proofs"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".challenge")).toList()) {
                List<String> lines = Files.readAllLines(file);
                String typed = lines.stream()
                        .filter(line -> line.startsWith("    "))
                        .findFirst()
                        .orElseThrow();
                gnupg.run("sh", "-c", "cd " + directory + "/proofs && " + typed.replace("KEYFILE", "../bob"));
            }
        }
    }

    @Test
    void it_is_not_told_until_everybody_has_answered(Gnupg gnupg) throws Exception {
        assertThat(prove()).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(out.toString())
                .startsWith("It is not proved that alice and bob still have every key of theirs.")
                .contains("Proved to be in their owners' hands: 0 of 2 keys", "warning  proof-missing");

        answer(gnupg);

        assertThat(prove()).isZero();
        assertThat(out.toString())
                .startsWith("Lose alice and bob")
                .contains("Proved to be in their owners' hands: 2 of 2 keys", "proved after 20", "counts until 20")
                .doesNotContain("finding");
    }

    @Test
    void scripts_and_pages_hear_the_same(Gnupg gnupg) throws Exception {
        prove("--format", "md");
        assertThat(out.toString())
                .contains(
                        "| **asked** | alice | `" + gnupg.fingerprint("alice") + "` | subkey " + gnupg.subkey("alice"));
        answer(gnupg);

        prove("--format", "json");

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("docs/access.schema.json")), InputFormat.JSON)
                        .validate(out.toString(), InputFormat.JSON))
                .isEmpty();
        JsonNode proofs = new ObjectMapper().readTree(out.toString()).at("/proofs");
        assertThat(proofs.at("/0/state").asText()).isEqualTo("proved");
        assertThat(proofs.at("/0/key").asText()).isEqualTo(gnupg.fingerprint("alice"));
        assertThat(proofs.at("/1/kind").asText()).isEqualTo("ssh");
        assertThat(proofs.at("/1/until").asText()).startsWith("20").endsWith("Z");
        assertThat(proofs.at("/1/asked").isNull()).isTrue();
    }

    @Test
    void of_one_person_only_their_own_proofs_are_told() {
        prove("--person", "bob");

        assertThat(out.toString()).contains("Proved to be in their owners' hands: 0 of 1 key");
    }

    @Test
    void whoever_names_a_file_hears_that_it_is_none() throws Exception {
        Files.createFile(directory.resolve("proofs"));

        assertThat(prove()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("is no directory");
    }
}
