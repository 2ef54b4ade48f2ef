package dev.blackstart.artefact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks gpg for the public keys of a keyring. gpg reads every format that keyrings have had, and follows its own
 * configuration; parsing {@code pubring.kbx} would know one of them. No agent is started, nothing is written.
 */
final class Gpg {
    private final Path home;

    Gpg(Path home) {
        this.home = home;
    }

    /** Gives the directory where the user's gpg keeps its keys, if there is one. */
    static Optional<Path> usersHome() {
        String set = System.getenv("GNUPGHOME");
        Path home = set == null || set.isEmpty() ? Path.of(System.getProperty("user.home"), ".gnupg") : Path.of(set);
        return Optional.of(home).filter(Files::isDirectory);
    }

    /** Gives every public key with all of its subkeys: gpg leaves expired ones out of what it has to clean. */
    byte[] export() throws IOException {
        return run("--export-options", "no-export-minimal,no-export-clean,no-export-attributes", "--export");
    }

    /** Gives {@code gpg --list-keys} in its stable format. */
    byte[] list() throws IOException {
        return run("--with-colons", "--with-keygrip", "--list-keys");
    }

    /** Gives the groups of the user's {@code gpg.conf} in gpg's stable format. */
    byte[] groups() throws IOException {
        return run("--with-colons", "--list-config", "group");
    }

    private byte[] run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--no-tty",
                "--quiet",
                "--no-autostart",
                "--no-auto-check-trustdb",
                "--lock-never",
                "--trust-model",
                "always"));
        command.addAll(List.of(arguments));
        LocalTool.Said said = LocalTool.run(command, new byte[0])
                .orElseThrow(() -> new IOException("gpg is not installed, or did not answer in time"));
        if (!said.good()) {
            throw new IOException("gpg did not end well");
        }
        return said.bytes();
    }
}
