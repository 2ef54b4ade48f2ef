package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Keyring;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.Inventory;
import dev.blackstart.finding.Finding;
import dev.blackstart.proof.ChallengeWriter;
import dev.blackstart.proof.Proofs;
import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Four people: alice and dave have keys of gpg's, bob one of SSH, carol one of age; each is to prove it every 90 days. */
@RealTools
abstract class ProofFixture {
    static final String GPG = "alice.openpgp.";
    static final String SSH = "bob.ssh.";
    static final String AGE = "carol.age.";

    @TempDir
    Path directory;

    final Map<String, String> people = new TreeMap<>();
    Gnupg gnupg;
    Path proofs;
    Instant now = Instant.now();
    String every = "provenEvery: 90d\n";

    /** Where files lie whose openers are to be proved. */
    List<Path> stores = List.of();

    private String sshKey = "";
    private String ageKey = "";

    @BeforeEach
    void make(Gnupg shared) throws IOException {
        gnupg = shared;
        proofs = Files.createDirectory(directory.resolve("proofs"));
        gnupg.export(directory.resolve("keys.gpg"), "alice", "dave");
        sshKey = sshKey("bob");
        ageKey = directory.resolve("age.txt").toString();
        gnupg.run("age-keygen", "-o", ageKey);
        people.put("alice", gnupg.fingerprint("alice"));
        people.put("bob", fingerprint("bob"));
        people.put("carol", gnupg.run("age-keygen", "-y", ageKey).strip());
        people.put("dave", "dave@example.org");
    }

    String sshKey(String name) {
        String file = directory.resolve(name).toString();
        gnupg.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", file);
        return file;
    }

    String fingerprint(String sshKey) {
        return gnupg.run("ssh-keygen", "-l", "-f", directory.resolve(sshKey) + ".pub")
                .split(" ")[1];
    }

    Inventory inventory() {
        try {
            Files.writeString(directory.resolve("secrets.yaml"), """
                    %speople: { %s }
                    stores:
                      pass: { kind: openpgp, path: store, openedBy: { anyOf: [%s] } }
                    secrets:
                      login: { purpose: x, store: pass }
                    """.formatted(
                            every,
                            people.entrySet().stream()
                                    .map(one -> "%s: { keys: [%s] }".formatted(one.getKey(), one.getValue()))
                                    .collect(Collectors.joining(", ")),
                            String.join(", ", people.keySet())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Definitions read = DefinitionReader.readDocuments(directory);
        assertThat(read.problems()).map(Finding::render).isEmpty();
        return read.environments().get(0).inventory();
    }

    /** Asks as the command does. */
    ProofAnswer ask() {
        Keyring keyring = Artefacts.keyring(List.of(directory.resolve("keys.gpg")), Optional.empty());
        Set<String> opening = Artefacts.read(
                        new Artefacts.Sources(stores, List.of(), List.of(), List.of(), List.of(), Optional.empty()))
                .openPgpRecipients();
        ProofAnswer known = ProofDrift.of(Proofs.read(proofs), inventory(), keyring, opening, now);
        try {
            List<Proofs.Unasked> unasked = new ChallengeWriter(proofs, "shop", keyring).ask(known.due(), now);
            return ProofDrift.of(Proofs.read(proofs).with(unasked), inventory(), keyring, opening, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks, and does what each challenge says. */
    void askAndAnswer() {
        ask();
        answer("");
    }

    /** Types what the challenges say whose names begin so, as it stands there. */
    void answer(String begin) {
        for (Path challenge : files(begin, ".challenge")) {
            type(text(challenge)
                    .lines()
                    .filter(line -> line.startsWith("    "))
                    .findFirst()
                    .orElseThrow());
        }
    }

    void type(String command) {
        gnupg.run(
                "sh",
                "-c",
                "cd " + proofs + " && "
                        + command.replace("-f KEYFILE", "-f " + sshKey)
                                .replace("KEYFILE", ageKey)
                                .replace("gpg --decrypt", "gpg --batch --quiet --decrypt"));
    }

    void pass(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    /** Spells who has proved what: {@code alice proved, bob stale}. */
    String states() {
        return ask().proofs().stream()
                .map(proof -> proof.person() + " " + proof.state().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Spells findings briefly, without dates and keys, and leaves out who did not answer at all. */
    List<String> found() {
        return ask().findings().stream()
                .filter(finding -> finding.code() != DriftCode.PROOF_MISSING)
                .filter(finding -> finding.code() != DriftCode.PROVED_BY_TOO_FEW)
                .map(finding -> "%s %s: %s"
                        .formatted(finding.code().word(), finding.place().file().getFileName(), finding.message())
                        .replaceAll("\\.(openpgp|ssh|age)\\.\\w+\\.[0-9-]+", ".$1")
                        .replaceAll("SHA256:[\\w+/]{43}|age1\\w+|[0-9A-F]{40}", "KEY")
                        .replaceAll(", subkey [0-9A-F]{16}", "")
                        .replaceAll("[0-9-]{10}T[0-9:]{8}Z", "TIME")
                        .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}", "DAY")
                        .replace(directory + "/", ""))
                .toList();
    }

    List<Path> files(String begin, String end) {
        try (Stream<Path> files = Files.list(proofs)) {
            return files.filter(file -> file.getFileName().toString().startsWith(begin))
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String begin, String end) {
        return files(begin, end).get(0);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void change(Path file, String text, String by) throws IOException {
        assertThat(text(file)).contains(text);
        Files.writeString(file, text(file).replace(text, by));
    }
}
