package dev.blackstart.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.machine.Command;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A password-store on a fake workstation: a file a secret, which says whom it is encrypted to, and opens only where one of
 * them has imported a key; where it is {@code alice+bob}, both have to be there.
 */
final class FakeStore {
    private static final String KEYRING = "/.gnupg/";

    private final FakeHost host;
    private final String home;
    private final String directory;

    private FakeStore(FakeHost host, String home, String directory) {
        this.host = host;
        this.home = home;
        this.directory = directory;
    }

    /** The store that whoever runs the command uses. */
    static FakeStore of(FakeHost host, Command command) {
        String home = Objects.requireNonNull(command.environment().get("HOME"));
        return new FakeStore(host, home, command.environment().getOrDefault("PASSWORD_STORE_DIR", home + "/none"));
    }

    /** The same with another directory in its home. */
    FakeStore at(String path) {
        return new FakeStore(host, home, home + "/" + path);
    }

    /** Import somebody's key. */
    void imports(String person) {
        host.put(home + KEYRING + person, "a key");
    }

    void put(String secret, List<String> recipients, String value) {
        host.put(
                directory + "/" + secret + ".gpg",
                String.join(" ", recipients) + "\n" + Base64.getEncoder().encodeToString(value.getBytes(UTF_8)));
    }

    /** What {@code pass show} writes, or how it fails. */
    String show(String secret) {
        String file = directory + "/" + secret + ".gpg";
        String text = host.open(file)
                .orElseThrow(() -> new FakeShell.Failure(1, "Error: " + secret + " is not in the password store."));
        return decrypt(text);
    }

    String decrypt(String text) {
        List<String> lines = text.lines().toList();
        boolean ours = List.of(lines.get(0).split(" ")).stream()
                .anyMatch(recipient -> List.of(recipient.split("\\+")).stream()
                        .allMatch(person -> host.text(home + KEYRING + person).isPresent()));
        if (!ours) {
            throw new FakeShell.Failure(2, "gpg: decryption failed: No secret key");
        }
        return new String(Base64.getDecoder().decode(lines.get(1)), UTF_8);
    }
}
