package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.artefact.AuthorizedKeys;
import dev.blackstart.finding.Finding;
import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server's {@code authorized_keys} says, without an inventory. */
@RealTools
class AuthorizedKeysTest {
    private static final String ON_A_TOKEN =
            "AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABHNzaDo=";

    @TempDir
    Path directory;

    /** Makes SSH keys with the real ssh-keygen, and gives their fingerprints as it prints them. */
    static Map<String, String> generate(Gnupg gnupg, Path directory, String... people) {
        Map<String, String> fingerprints = new TreeMap<>();
        for (String person : people) {
            String file = directory.resolve(person).toString();
            String[] type = person.equals("rsa") ? new String[] {"rsa", "2048"} : new String[] {"ed25519", "256"};
            gnupg.run("ssh-keygen", "-q", "-t", type[0], "-b", type[1], "-N", "", "-C", person + "@laptop", "-f", file);
            fingerprints.put(
                    person, gnupg.run("ssh-keygen", "-l", "-f", file + ".pub").split(" ")[1]);
        }
        return fingerprints;
    }

    private AuthorizedKeys read(String... lines) throws IOException {
        Files.write(directory.resolve("authorized_keys"), List.of(lines));
        return artefacts().authorizedKeys().get(0);
    }

    private Artefacts artefacts() {
        return Artefacts.read(new Sources(
                List.of(),
                List.of(),
                List.of(),
                List.of(directory.resolve("authorized_keys")),
                List.of(),
                Optional.empty()));
    }

    private String line(String person) throws IOException {
        return Files.readString(directory.resolve(person + ".pub")).strip();
    }

    @Test
    void keys_have_the_fingerprints_that_ssh_keygen_prints(Gnupg gnupg) throws IOException {
        Map<String, String> expected = generate(gnupg, directory, "alice", "rsa");

        AuthorizedKeys keys =
                read("# ours", "", line("alice"), "command=\"echo \\\"hi, you\\\"\",no-pty " + line("rsa"));

        assertThat(keys.faults()).isEmpty();
        assertThat(keys.entries())
                .map(AuthorizedKeys.Entry::fingerprint)
                .containsExactly(expected.get("alice"), expected.get("rsa"));
        assertThat(keys.entries().get(1).options().all()).containsExactly("command=\"echo \\\"hi, you\\\"\"", "no-pty");
        assertThat(keys.entries()).map(AuthorizedKeys.Entry::comment).containsExactly("alice@laptop", "rsa@laptop");
        assertThat(keys.entries()).map(entry -> entry.place().line()).containsExactly(3, 4);
    }

    @Test
    void a_key_on_a_security_token_is_known(Gnupg gnupg) throws IOException {
        String line = "sk-ssh-ed25519@openssh.com " + ON_A_TOKEN + " token";

        AuthorizedKeys keys = read(line);

        assertThat(gnupg.run(
                        "ssh-keygen",
                        "-l",
                        "-f",
                        directory.resolve("authorized_keys").toString()))
                .contains("token");
        assertThat(keys.faults()).isEmpty();
        assertThat(keys.entries()).map(AuthorizedKeys.Entry::comment).containsExactly("token");
    }

    @Test
    void of_a_key_on_a_security_token_nothing_may_be_missing_or_too_much(Gnupg gnupg) throws IOException {
        List<String> broken =
                List.of(ON_A_TOKEN.substring(0, 60), ON_A_TOKEN.substring(0, 92), ON_A_TOKEN.replace("Do=", "DoA"));
        for (String blob : broken) {
            AuthorizedKeys keys = read("sk-ssh-ed25519@openssh.com " + blob + " token");

            assertThat(keys.entries()).as(blob).isEmpty();
            assertThat(keys.faults())
                    .map(Finding::message)
                    .containsExactly("the sk-ssh-ed25519@openssh.com key is broken");
        }
    }

    @Test
    void a_certificate_among_the_keys_lets_nobody_in(Gnupg gnupg) throws IOException {
        generate(gnupg, directory, "alice", "authority");
        gnupg.run(
                "ssh-keygen",
                "-q",
                "-s",
                directory.resolve("authority").toString(),
                "-I",
                "alice",
                directory.resolve("alice.pub").toString());

        AuthorizedKeys keys =
                read(Files.readString(directory.resolve("alice-cert.pub")).strip(), line("alice"));

        assertThat(keys.entries()).map(entry -> entry.place().line()).containsExactly(2);
        assertThat(keys.faults())
                .map(Finding::message)
                .containsExactly("a certificate stands in this line, where the key itself belongs: it lets nobody in");
    }

    @Test
    void an_authority_may_let_in_anybody(Gnupg gnupg) throws IOException {
        generate(gnupg, directory, "alice");
        read("cert-authority,principals=\"admins\" " + line("alice"));

        DriftAnswer answer = Drift.of(artefacts(), Optional.empty(), Instant.now());

        assertThat(answer.findings()).map(finding -> finding.code().word()).containsExactly("authorized-authority");
        assertThat(Finding.allTold(answer.findings())).isFalse();
    }

    @Test
    void broken_lines_are_named_and_the_others_are_read(Gnupg gnupg) throws IOException {
        generate(gnupg, directory, "alice");
        String good = line("alice");

        AuthorizedKeys keys = read(
                "ssh-ed25519",
                good.replace("AAAAC3Nza", "AAAAC3Nz!"),
                good.replace("ssh-ed25519 ", "ssh-rsa "),
                good.substring(0, 60),
                "ssh-future AAAACnNzaC1mdXR1cmU= someone",
                good);

        assertThat(keys.entries()).map(entry -> entry.place().line()).containsExactly(5, 6);
        assertThat(keys.faults())
                .map(fault -> fault.place().line() + " " + fault.message())
                .containsExactly(
                        "1 no key stands in this line",
                        "2 the ssh-ed25519 key is broken",
                        "3 the ssh-rsa key is broken",
                        "4 the ssh-ed25519 key is broken",
                        "5 a key of an unknown type \"ssh-future\"");
    }
}
