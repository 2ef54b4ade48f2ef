package dev.blackstart.drift;

import dev.blackstart.finding.Finding;
import dev.blackstart.proof.Due;
import java.util.List;

/**
 * Who has proved what.
 *
 * @param findings the worst first
 * @param due whom a challenge is to be written
 */
public record ProofAnswer(List<KeyProof> proofs, List<Finding> findings, List<Due> due) {
    public ProofAnswer {
        proofs = List.copyOf(proofs);
        findings = List.copyOf(findings);
        due = List.copyOf(due);
    }
}
