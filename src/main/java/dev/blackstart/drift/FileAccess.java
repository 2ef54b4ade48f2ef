package dev.blackstart.drift;

import dev.blackstart.definition.AccessFormula;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Who really opens a file. The formula's people are the inventory's where keys are known by it; otherwise a key's user
 * id or, for a key in no keyring, its id.
 *
 * @param name of the secret
 * @param opened a formula over people only; a quorum over nothing where nobody is known to open the file
 * @param machines services that open the file for whoever may ask them: no access for people
 * @param unsure what else may open it, or why that cannot be told; empty if the formula is all
 */
public record FileAccess(String name, Path file, AccessFormula opened, Set<String> machines, List<String> unsure) {
    public FileAccess {
        machines = Set.copyOf(machines);
        unsure = List.copyOf(unsure);
    }
}
