package dev.blackstart.answer;

import dev.blackstart.access.AccessAnswer;
import dev.blackstart.access.Remaining;
import dev.blackstart.definition.Inventory;
import dev.blackstart.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is said of one inventory.
 *
 * @param name what the reader calls it, such as the environment's name
 * @param remaining what is left without the people that the reader asked about
 * @param findings what was found in artefacts, then in the answer about access, each the worst first
 */
public record Answer(
        String name, Inventory inventory, AccessAnswer access, Optional<Remaining> remaining, List<Finding> findings) {
    public Answer {
        findings = List.copyOf(findings);
    }

    /** Say whether everything that was asked about could be read and told; findings say what could not. */
    public boolean complete() {
        return Finding.allTold(findings);
    }
}
