package dev.blackstart.drift;

import dev.blackstart.definition.Inventory;
import dev.blackstart.drift.KeyProof.State;
import dev.blackstart.finding.Place;
import dev.blackstart.proof.ProofKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is opened by those alone who have proved that they can. */
final class ProvedOpening {
    private static final int NAMES_SHOWN = 6;

    private final Inventory inventory;
    private final Findings findings;

    ProvedOpening(Inventory inventory, Findings findings) {
        this.inventory = inventory;
        this.findings = findings;
    }

    void compare(List<ProofHistory> proofs) {
        Set<String> able = inventory.people().keySet().stream()
                .filter(person -> proved(proofs.stream()
                        .filter(proof -> proof.key().person().equals(person))
                        .toList()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> closed = new TreeSet<>(inventory.opened(inventory.people().keySet()));
        closed.removeAll(inventory.opened(able));
        if (!closed.isEmpty()) {
            findings.add(
                    DriftCode.PROVED_BY_TOO_FEW,
                    Place.start(inventory.file()),
                    "%s %s"
                            .formatted(
                                    able.isEmpty()
                                            ? "nobody has proved to have what opens"
                                            : "those who have proved their keys, %s, do not open"
                                                    .formatted(String.join(", ", able)),
                                    closed.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "))
                                            + (closed.size() > NAMES_SHOWN
                                                    ? " and %d more".formatted(closed.size() - NAMES_SHOWN)
                                                    : "")),
                    "Count on nobody who has not: let them answer, or give others the secrets before they are needed.");
        }
    }

    /** Whoever has other keys opens stores by those; SSH keys then open servers. */
    private static boolean proved(List<ProofHistory> proofs) {
        List<ProofHistory> open = proofs.stream()
                .filter(proof -> ProofKind.of(proof.key().key()) != ProofKind.SSH)
                .toList();
        List<ProofHistory> asked = open.isEmpty() ? proofs : open;
        return !asked.isEmpty() && asked.stream().allMatch(proof -> proof.state() == State.PROVED);
    }
}
