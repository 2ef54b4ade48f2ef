package dev.blackstart.proof;

import dev.blackstart.artefact.Keyring;
import dev.blackstart.artefact.LocalTool;
import dev.blackstart.artefact.LocalTool.Said;
import dev.blackstart.proof.Proofs.Unasked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Writes challenges; what is encrypted in one is written nowhere else and forgotten. */
public final class ChallengeWriter {
    private static final int NONCE_BYTES = 32;

    private final Path directory;
    private final String inventory;
    private final Keyring keyring;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param inventory as its readers know it
     * @param keyring where the OpenPGP keys are to which challenges are encrypted
     */
    public ChallengeWriter(Path directory, String inventory, Keyring keyring) {
        this.directory = directory;
        this.inventory = inventory;
        this.keyring = keyring;
    }

    /**
     * Asks each of them, and names those whom no challenge could be written.
     *
     * @throws IOException if the directory cannot be written to
     */
    public List<Unasked> ask(List<Due> due, Instant now) throws IOException {
        List<Unasked> unasked = new ArrayList<>();
        for (Due one : due) {
            ask(one, now.truncatedTo(ChronoUnit.SECONDS)).ifPresent(why -> unasked.add(new Unasked(one, why)));
        }
        return unasked;
    }

    /** Gives why it could not be asked. */
    private Optional<String> ask(Due due, Instant now) throws IOException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        ProofLine line = new ProofLine(now, due.part(), HexFormat.of().formatHex(nonce), due.person());
        Optional<String> encrypted = switch (ProofKind.of(due.key())) {
            case SSH -> Optional.of("");
            case AGE -> age(due.part(), line.text());
            case OPENPGP -> keyring.encrypted(due.part(), line.text() + "\n");
        };
        if (encrypted.isEmpty()) {
            return Optional.of(
                    ProofKind.of(due.key()) == ProofKind.AGE
                            ? "age is not installed here, or cannot encrypt to it"
                            : "its algorithm is not known here");
        }
        boolean signed = encrypted.get().isEmpty();
        Files.createDirectories(directory);
        Challenge challenge = new Challenge(
                free(due, now), due.person(), due.key(), due.part(), now, signed ? line.nonce() : line.sum());
        Files.writeString(challenge.file(), ChallengeText.write(challenge, inventory, encrypted.get()));
        return Optional.empty();
    }

    private static Optional<String> age(String recipient, String line) {
        return LocalTool.run(
                        List.of("age", "--encrypt", "--armor", "--recipient", recipient),
                        (line + "\n").getBytes(StandardCharsets.UTF_8))
                .filter(Said::good)
                .map(Said::text);
    }

    /** Gives a name that can be typed as it is, and that no file of the directory has. */
    private Path free(Due due, Instant now) {
        String key = due.part().replaceFirst("^(SHA256:|age1)", "").replaceAll("[^A-Za-z0-9]", "_");
        String end = ProofKind.of(due.key()) == ProofKind.OPENPGP
                ? key.substring(Math.max(0, key.length() - 16))
                : key.substring(0, Math.min(12, key.length()));
        String name = "%s.%s.%s.%s"
                .formatted(
                        due.person().replaceAll("[^A-Za-z0-9_-]", "_").replaceFirst("^-", "_"),
                        ProofKind.of(due.key()).word(),
                        end,
                        now.toString().substring(0, "2000-01-01".length()));
        Path file = directory.resolve(name + Challenge.SUFFIX);
        for (int more = 2; Files.exists(file); more++) {
            file = directory.resolve("%s.%d%s".formatted(name, more, Challenge.SUFFIX));
        }
        return file;
    }
}
