package dev.blackstart.cli;

import dev.blackstart.artefact.Keyring;
import dev.blackstart.definition.Inventory;
import dev.blackstart.drift.ProofAnswer;
import dev.blackstart.drift.ProofDrift;
import dev.blackstart.proof.ChallengeWriter;
import dev.blackstart.proof.Proofs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Who has proved that their keys are in their hands.
 *
 * @param directory where challenges and answers lie
 * @param name what people know the inventory by
 * @param opening OpenPGP keys and subkeys that open what else was asked
 */
record ProofQuestion(Path directory, String name, Inventory inventory, Keyring keyring, Set<String> opening) {
    /** Reads the answers, and asks whoever has to be asked. */
    ProofAnswer ask(Instant now) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new BadInput(
                    "--prove %s is no directory".formatted(directory),
                    "name one where challenges and answers may lie.");
        }
        ProofAnswer known = ProofDrift.of(Proofs.read(directory), inventory, keyring, opening, now);
        if (known.due().isEmpty()) {
            return known;
        }
        try {
            List<Proofs.Unasked> unasked = new ChallengeWriter(directory, name, keyring).ask(known.due(), now);
            return ProofDrift.of(Proofs.read(directory).with(unasked), inventory, keyring, opening, now);
        } catch (IOException e) {
            throw new BadInput(
                    "no challenge can be written to %s".formatted(directory),
                    "see whether it may be written to, and whether the disk is full: %s.".formatted(e));
        }
    }
}
