package dev.blackstart.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real OpenPGP keys: of an RSA key most lines of the public file stand in the private one, too; of others by chance. */
@Tag(RealTools.TAG)
class TheHalvesOfAKeyTest {
    private Path home;

    @BeforeEach
    void begin() throws IOException {
        home = Files.createTempDirectory(
                Path.of("/tmp"),
                "bs",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @AfterEach
    void end() throws Exception {
        new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
                .start()
                .waitFor();
        new ProcessBuilder("rm", "-rf", home.toString()).start().waitFor();
    }

    @ParameterizedTest
    @CsvSource({"rsa2048, 300", "ed25519, 60", "ed25519, 64", "ed25519, 68"})
    void the_public_one_is_neither_hidden_nor_found_and_the_private_one_is(String algorithm, int privateFrom)
            throws Exception {
        gpg("--quick-generate-key", "ann <ann@example.org>", algorithm, "cert,sign", "never");
        String known = gpg("--armor", "--export", "ann");
        String key = gpg("--armor", "--export-secret-keys", "ann");
        List<Secret> secrets = List.of(Secret.of("key", key));

        assertThat(SecretScan.of(secrets).text("ann.asc", known)).isEmpty();
        assertThat(Redactor.of(secrets).redact(known)).isEqualTo(known);
        assertThat(SecretScan.of(secrets).text("ann.key", key)).isNotEmpty();
        String body = key.lines()
                .dropWhile(line -> !line.isEmpty())
                .takeWhile(line -> !line.startsWith("="))
                .collect(Collectors.joining());
        String part = body.substring(privateFrom * 4 / 3, privateFrom * 4 / 3 + 16);
        assertThat(Redactor.of(secrets).redact("…" + part + "…")).isEqualTo("…[secret:key]…");
    }

    private String gpg(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--quiet",
                "--passphrase",
                "",
                "--pinentry-mode",
                "loopback"));
        command.addAll(List.of(arguments));
        Process gpg = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(gpg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(gpg.waitFor()).isZero();
        return out;
    }
}
