package dev.blackstart.drift;

import dev.blackstart.artefact.Keyring;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Person;
import dev.blackstart.drift.KeyProof.State;
import dev.blackstart.finding.Place;
import dev.blackstart.proof.Challenge;
import dev.blackstart.proof.Proofs;
import dev.blackstart.proof.Proofs.Asked;
import dev.blackstart.proof.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what people have proved with the keys by which an inventory knows them. */
public final class ProofDrift {
    /** Clocks of two machines differ. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final Proofs proofs;
    private final Inventory inventory;
    private final Instant now;
    private final Findings findings = new Findings();
    private final ProofWords words;

    private ProofDrift(Proofs proofs, Inventory inventory, Holders holders, Instant now) {
        this.proofs = proofs;
        this.inventory = inventory;
        this.now = now;
        this.words = new ProofWords(inventory.file(), inventory.provenEvery(), holders, findings);
    }

    /**
     * Tells who has proved what, what is wrong with the answers, and whom to ask.
     *
     * @param opening OpenPGP keys and subkeys that open files, each of which is to be proved whose it is
     */
    public static ProofAnswer of(
            Proofs proofs, Inventory inventory, Keyring keyring, Set<String> opening, Instant now) {
        Holders holders = new Holders(keyring, inventory.people().values());
        return new ProofDrift(proofs, inventory, holders, now).compare(keyring, opening, holders);
    }

    private ProofAnswer compare(Keyring keyring, Set<String> opening, Holders holders) {
        findings.addAll(proofs.faults());
        findings.addAll(keyring.faults());
        new PeopleDrift(inventory, keyring, findings).compare();
        ProvableKeys provable = new ProvableKeys(keyring, opening, now, findings);
        KeyDrift keys = new KeyDrift(holders, now, findings);
        List<ProofHistory> found = new ArrayList<>();
        for (Person person : inventory.people().values()) {
            for (ProvableKey key : provable.of(person)) {
                key.openPgp()
                        .ifPresent(one -> keys.key(
                                one, person.place(), "write NEW into %s in its place".formatted(inventory.file())));
                found.add(new ProofHistory(key, asked(key), inventory.provenEvery(), now));
            }
        }
        found.forEach(this::tell);
        strays(found);
        new ProvedOpening(inventory, findings).compare(found);
        return new ProofAnswer(
                found.stream().map(ProofHistory::told).toList(),
                findings.inOrder(),
                found.stream().flatMap(one -> one.due().stream()).toList());
    }

    private List<Asked> asked(ProvableKey key) {
        return proofs.asked().stream()
                .filter(asked -> !future(asked.challenge()))
                .filter(asked -> asked.challenge().person().equals(key.person()))
                .filter(asked ->
                        key.is(asked.challenge().key(), asked.challenge().part()))
                .toList();
    }

    private boolean future(Challenge challenge) {
        return challenge.asked().isAfter(now.plus(AHEAD));
    }

    private void tell(ProofHistory proof) {
        proof.later().stream()
                .filter(asked -> asked.reply().state() != Reply.State.NONE)
                .forEach(words::refused);
        if (proof.state() == State.STALE) {
            proof.proved()
                    .ifPresent(last ->
                            words.stale(last, proof.open().map(Asked::challenge).orElse(last), now));
        } else if (proof.state() == State.ASKED
                || (proof.state() == State.REFUSED && proof.silent().isPresent())) {
            proof.open().ifPresent(open -> words.missing(proof, open.challenge()));
        }
    }

    /** Tells what belongs to nobody's key. */
    private void strays(List<ProofHistory> found) {
        proofs.asked().stream().map(Asked::challenge).filter(this::future).forEach(words::future);
        proofs.asked().stream()
                .map(Asked::challenge)
                .filter(challenge -> found.stream()
                        .map(ProofHistory::key)
                        .noneMatch(key -> key.person().equals(challenge.person())
                                && key.key().equals(challenge.key())))
                .forEach(challenge -> findings.add(
                        DriftCode.PROOF_UNDOCUMENTED,
                        Place.start(challenge.file()),
                        "asks %s about the key %s, by which %s knows nobody of that name"
                                .formatted(challenge.person(), challenge.key(), inventory.file()),
                        "If the key is theirs, write it there: `keys: [%s]`; otherwise delete the file and its answer."
                                .formatted(challenge.key())));
        proofs.broken()
                .forEach(
                        broken -> findings.add(
                                DriftCode.PROOF_BROKEN,
                                Place.start(broken.file()),
                                "is no challenge: " + broken.why(),
                                "Bring it back as it was written, from your version control, or delete it and its answer, and ask again."));
        proofs.strays()
                .forEach(
                        answer -> findings.add(
                                DriftCode.PROOF_OTHER_CHALLENGE,
                                Place.start(answer),
                                "answers no challenge that lies here",
                                "Put the challenge beside it, or name it as its challenge with the ending .answer; otherwise delete it."));
        proofs.unasked()
                .forEach(unasked -> findings.add(
                        DriftCode.PROOF_UNTOLD,
                        Optional.ofNullable(inventory.people().get(unasked.due().person()))
                                .map(Person::place)
                                .orElse(Place.start(inventory.file())),
                        "%s could not be asked about the key %s: %s"
                                .formatted(unasked.due().person(), unasked.due().key(), unasked.why()),
                        "Install what is missing, or write the key that %s has into %s; and ask again."
                                .formatted(unasked.due().person(), inventory.file())));
    }
}
