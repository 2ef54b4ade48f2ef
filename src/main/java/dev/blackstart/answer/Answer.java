package dev.blackstart.answer;

import dev.blackstart.access.AccessAnswer;
import dev.blackstart.access.Remaining;
import dev.blackstart.definition.Inventory;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is said of one inventory.
 *
 * @param name what the reader calls it, such as the environment's name
 * @param remaining what is left without the people that the reader asked about
 * @param findings worst first
 * @param complete whether everything that was asked about could be read and told; findings say what could not
 */
public record Answer(
        String name,
        Inventory inventory,
        AccessAnswer access,
        Optional<Remaining> remaining,
        List<Finding> findings,
        boolean complete) {
    public Answer {
        findings = List.copyOf(findings);
    }
}
