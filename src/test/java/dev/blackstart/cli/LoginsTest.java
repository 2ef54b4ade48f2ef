package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code --authorized-keys} and nothing else. */
@RealTools
class LoginsTest {
    @TempDir
    Path directory;

    private String fingerprint = "";
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void make(Gnupg gnupg) throws Exception {
        Path key = directory.resolve("key");
        gnupg.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "bob|laptop", "-f", key.toString());
        fingerprint = gnupg.run("ssh-keygen", "-l", "-f", key + ".pub").split(" ")[1];
        String line = Files.readString(directory.resolve("key.pub"));
        Files.writeString(
                directory.resolve("authorized_keys"),
                line + "from=\"10.0.0.1\" " + line + "expiry-time=\"20200101Z\" " + line);
    }

    private String access(String format) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        assertThat(line.execute(
                        "access",
                        "--authorized-keys",
                        directory.resolve("authorized_keys").toString(),
                        "--format",
                        format))
                .isZero();
        return out.toString();
    }

    @Test
    void where_nobody_may_log_in_that_is_said() throws Exception {
        Files.writeString(directory.resolve("authorized_keys"), "# nobody\n");

        assertThat(access("table")).startsWith("No secret was found, and nobody who may log in.");
    }

    @Test
    void the_table_lists_who_may_log_in() {
        assertThat(access("table").replaceAll(" +", " "))
                .contains(
                        "Who may log in: 1 key in full; 1 restricted",
                        "full unknown ssh-ed25519 " + fingerprint,
                        "authorized_keys:1 bob|laptop",
                        "restricted unknown ssh-ed25519 " + fingerprint,
                        "only with from=\"10.0.0.1\"",
                        "expired unknown ssh-ed25519 " + fingerprint,
                        "refused since 2020-01-01 UTC");
    }

    @Test
    void a_page_and_json_list_the_same() throws Exception {
        assertThat(access("md"))
                .doesNotContain("minimal set", "bus factor")
                .contains("| full | unknown | `ssh-ed25519 " + fingerprint + "` |", "bob\\|laptop");
        out.getBuffer().setLength(0);

        JsonNode logins = new ObjectMapper().readTree(access("json")).at("/logins");

        assertThat(logins).hasSize(3);
        assertThat(logins.at("/1/restrictions/0").asText()).isEqualTo("from=\"10.0.0.1\"");
        assertThat(logins.at("/2/state").asText()).isEqualTo("expired");
    }

    @Test
    void code_hosts_hear_of_each_key_that_lets_somebody_in_as_nothing_wrong() throws Exception {
        JsonNode results = new ObjectMapper().readTree(access("sarif")).at("/runs/0/results");

        assertThat(results)
                .filteredOn(result -> result.at("/kind").asText().equals("informational"))
                .map(result -> "%s %s %s: %s"
                        .formatted(
                                result.at("/level").asText(),
                                result.at("/ruleId").asText(),
                                result.at("/locations/0/physicalLocation/region/startLine")
                                        .asText(),
                                result.at("/message/text").asText()))
                .containsExactly(
                        "none login-full 1: unknown may log in by ssh-ed25519 %s (bob|laptop)".formatted(fingerprint),
                        "none login-restricted 2: unknown may log in by ssh-ed25519 %s (bob|laptop) only with from=\"10.0.0.1\""
                                .formatted(fingerprint));
        assertThat(results)
                .filteredOn(result -> result.at("/kind").asText().equals("fail"))
                .map(result -> result.at("/ruleId").asText())
                .containsExactly("authorized-expired");
    }
}
