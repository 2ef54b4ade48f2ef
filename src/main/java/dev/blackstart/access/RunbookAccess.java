package dev.blackstart.access;

import dev.blackstart.definition.Ordered;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Who can follow one runbook to its end: whoever can open all that its steps need.
 *
 * @param secrets what its blocks open, and the accounts of the providers that they order from
 * @param unclear where a block opens a secret whose name cannot be told from the text: more may be needed
 */
public record RunbookAccess(String name, Path file, Set<String> secrets, List<Place> unclear, Numbers numbers) {
    public RunbookAccess {
        secrets = Ordered.copy(secrets);
        unclear = List.copyOf(unclear);
    }
}
