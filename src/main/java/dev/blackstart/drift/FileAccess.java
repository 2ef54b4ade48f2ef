package dev.blackstart.drift;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByUntold;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who really opens a file. The formula's people are the inventory's where keys are known by it; otherwise the user ids of
 * keys. A key in no keyring, a hidden recipient, a passphrase or a service is untold: nobody knows who is behind it.
 *
 * @param name of the secret
 * @param opened a formula over people and what is untold; a quorum over nothing where nobody opens the file
 * @param machines services that open the file for whoever may ask them
 * @param unnamed of those who open it, whom its list, its rule or the inventory does not name: who left, mostly
 * @param missing whom one of these names, and who cannot open it
 */
public record FileAccess(
        String name, Path file, AccessFormula opened, Set<String> machines, Set<String> unnamed, Set<String> missing) {
    public FileAccess {
        unnamed = Set.copyOf(unnamed);
        missing = Set.copyOf(missing);
        machines = Set.copyOf(machines);
    }

    /** Words who may open it besides, without being known. */
    public Set<String> untold() {
        return opened.leaves(ByUntold.class).map(ByUntold::who).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
