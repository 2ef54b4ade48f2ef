package dev.blackstart.verdict;

import dev.blackstart.control.Proof;
import dev.blackstart.finding.Place;
import java.util.Optional;

/**
 * What the drill showed about one documented secret.
 *
 * @param neededBy the first step that opened it, or that needed it and could not
 * @param where it is documented
 */
public record SecretResult(
        String name,
        String purpose,
        String store,
        Optional<Place> neededBy,
        boolean opened,
        Proof proof,
        Place where) {}
