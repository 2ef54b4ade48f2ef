package dev.blackstart.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * The real gpg and pass with a keyring of their own, made once for all tests of a JVM and gone after them. Tests fail
 * where the programs are missing: a drift that was only imagined proves nothing.
 */
public final class Gnupg implements AutoCloseable {
    /** Three admins and a friend whose keys never expire. */
    public static final List<String> PEOPLE = List.of("alice", "bob", "carol", "dave");

    /** Somebody whose key expires in two years. */
    public static final String PASSING = "passing";

    /** How long that key lives. */
    public static final Duration PASSING_FOR = Duration.ofDays(730);

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Gnupg.class);

    private final Path home;

    private Gnupg(Path home) {
        this.home = home;
    }

    /** Gives the keyring that all tests share: whoever changes keys takes a {@link #copy}. */
    static Gnupg of(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(Gnupg.class, any -> made(), Gnupg.class);
    }

    /** Make a keyring for oneself; to be closed. */
    public static Gnupg made() {
        try {
            Gnupg gnupg = new Gnupg(Files.createTempDirectory(Path.of("/tmp"), "bs")); // sockets have short paths
            for (String person : PEOPLE) {
                gnupg.generate(person, "never");
            }
            gnupg.generate(PASSING, "730d");
            return gnupg;
        } catch (IOException e) {
            throw new IllegalStateException("no keyring could be made", e);
        }
    }

    /** Copies the keyring, to change it. */
    public Gnupg copy() throws IOException {
        Gnupg copy = new Gnupg(Files.createTempDirectory(Path.of("/tmp"), "bs"));
        run(
                "sh",
                "-c",
                "cp -r $GNUPGHOME/pubring.kbx $GNUPGHOME/private-keys-v1.d $GNUPGHOME/openpgp-revocs.d " + copy.home);
        return copy;
    }

    public Path home() {
        return home;
    }

    static String mail(String person) {
        return person + "@example.org";
    }

    /** Makes a key with a subkey for encryption. */
    public String generate(String person, String expires) {
        gpg("--quick-generate-key", userId(person), "future-default", "default", expires);
        return fingerprint(person);
    }

    /** Gives the user id of somebody's key. */
    public static String userId(String person) {
        return person.substring(0, 1).toUpperCase(Locale.ROOT) + person.substring(1) + " <" + mail(person) + ">";
    }

    public String fingerprint(String person) {
        return field("fpr", 9, person);
    }

    /** Gives the key id of the subkey for encryption. */
    public String subkey(String person) {
        return field("sub", 4, person);
    }

    private String field(String record, int field, String person) {
        return gpg("--with-colons", "--list-keys", mail(person))
                .lines()
                .filter(line -> line.startsWith(record + ":"))
                .map(line -> line.split(":", -1)[field])
                .findFirst()
                .orElseThrow();
    }

    /** Writes somebody's public key into a file. */
    public Path export(Path file, String... people) {
        List<String> command = new ArrayList<>(List.of("--yes", "--output", file.toString(), "--export"));
        Stream.of(people).map(Gnupg::mail).forEach(command::add);
        gpg(command.toArray(String[]::new));
        return file;
    }

    /** Encrypts a text as pass does; extra arguments to gpg come first. */
    public void encrypt(Path file, String... arguments) {
        List<String> command = new ArrayList<>(List.of("--yes", "--quiet", "--compress-algo=none", "--no-encrypt-to"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--output", file.toString(), "/dev/null"));
        gpg(command.toArray(String[]::new));
    }

    public String gpg(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "gpg", "--batch", "--pinentry-mode=loopback", "--passphrase=", "--trust-model=always", "--no-tty"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    /** Calls {@code pass} on a store. */
    public void pass(Path store, String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "PASSWORD_STORE_DIR=" + store));
        command.addAll(List.of("PASSWORD_STORE_GPG_OPTS=--trust-model=always --batch", "pass"));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    /** Runs a program with this keyring, and gives what it prints; its input is a line. */
    public String run(String... command) {
        try {
            Path errors = Files.createTempFile("gnupg", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().put("GNUPGHOME", home.toString());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            try (var input = process.outputWriter()) {
                input.write("a value\n");
            } catch (IOException e) {
                // Programs that read nothing close their input.
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            String said = Files.readString(errors);
            Files.delete(errors);
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code + ": " + said);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException("the tests need gpg, pass and age (ci/setup installs them)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Says whether an agent runs for this keyring. */
    public boolean agentRuns() {
        return Files.exists(home.resolve("S.gpg-agent"));
    }

    /** Ends the agent, as a computer has none after its start. */
    public void endAgent() {
        run("gpgconf", "--kill", "all");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !agentRuns());
    }

    /** Changes the byte of a file at an offset. */
    public static void patch(Path file, int offset, int octet) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[offset] = (byte) octet;
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        endAgent();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
