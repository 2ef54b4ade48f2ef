package dev.blackstart.drift;

import dev.blackstart.artefact.ArtefactCode;
import dev.blackstart.finding.Place;
import dev.blackstart.proof.Challenge;
import dev.blackstart.proof.Proofs.Asked;
import dev.blackstart.proof.Reply;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Words what is wrong with the proofs of one key, and what its owner types. */
final class ProofWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final Path inventory;
    private final Optional<Duration> every;
    private final Holders holders;
    private final Findings findings;

    ProofWords(Path inventory, Optional<Duration> every, Holders holders, Findings findings) {
        this.inventory = inventory;
        this.every = every;
        this.holders = holders;
        this.findings = findings;
    }

    /** Tells that somebody did not answer. */
    void missing(ProofHistory proof, Challenge open) {
        Optional<Duration> silent = proof.silent();
        if (silent.isPresent()) {
            findings.add(
                    DriftCode.PROOF_OVERDUE,
                    Place.start(open.file()),
                    "%s has never proved %s, and was asked first %s ago; %s says every %s"
                            .formatted(
                                    open.person(),
                                    open.what(),
                                    text(silent.get()),
                                    inventory,
                                    every.map(ProofWords::text).orElse("")),
                    "Ask whether %s still has the key. If so, let %s type in the directory of that file: `%s`. If not, give %s another one while others still open what it opened, and write it into %s in the place of the old one."
                            .formatted(open.person(), open.person(), open.command(), open.person(), inventory));
        } else {
            findings.add(
                    DriftCode.PROOF_MISSING,
                    Place.start(open.file()),
                    "%s has not proved %s: asked on %s".formatted(open.person(), open.what(), DAY.format(open.asked())),
                    "Give %s the file, and let %s type where it lies: `%s`. Put what that writes beside it, and ask again."
                            .formatted(open.person(), open.person(), open.command()));
        }
    }

    /** Tells that the last proof is too old. */
    void stale(Challenge last, Challenge open, Instant now) {
        findings.add(
                DriftCode.PROOF_STALE,
                Place.start(open.file()),
                "%s has proved %s last on %s, %s ago; %s says every %s"
                        .formatted(
                                last.person(),
                                last.what(),
                                DAY.format(last.asked()),
                                text(Duration.between(last.asked(), now)),
                                inventory,
                                every.map(ProofWords::text).orElse("")),
                "Let %s prove it anew, in the directory of that file: `%s`.".formatted(last.person(), open.command()));
    }

    /** Tells what an answer is instead of a proof. */
    void refused(Asked asked) {
        Challenge challenge = asked.challenge();
        Path answer = asked.answer();
        Reply reply = asked.reply();
        String again = "let %s type where the challenge lies: `%s`.".formatted(challenge.person(), challenge.command());
        String what = "is no proof by %s of %s: ".formatted(challenge.person(), challenge.what());
        switch (reply.state()) {
            case OTHER_CHALLENGE ->
                findings.add(
                        DriftCode.PROOF_OTHER_CHALLENGE,
                        Place.start(answer),
                        what + reply.why(),
                        "If it belongs to another challenge, name it as that one's answer. And " + again);
            case OTHER_KEY ->
                findings.add(
                        DriftCode.PROOF_OTHER_KEY,
                        Place.start(answer),
                        what
                                + reply.why()
                                + holders.personOfSsh(reply.signer())
                                        .map(" of %s"::formatted)
                                        .orElse(", which is nobody's in the inventory"),
                        "With the file of the key that was asked about, %s If the old key is gone and %s has this one now, write it into %s in the place of the old one."
                                .formatted(again, challenge.person(), inventory));
            case PRIVATE_KEY ->
                findings.add(
                        ArtefactCode.KEY_PRIVATE,
                        Place.start(answer),
                        "a private key lies here, where whoever reads this can copy it",
                        "It is lost: delete the file, and make a new key. To prove that one, write it into %s and ask again."
                                .formatted(inventory));
            case UNTOLD ->
                findings.add(
                        DriftCode.PROOF_UNTOLD,
                        Place.start(answer),
                        "could not be checked: " + reply.why(),
                        "Install OpenSSH, and ask again.");
            default ->
                findings.add(
                        DriftCode.PROOF_BROKEN, Place.start(answer), what + reply.why(), "To answer anew, " + again);
        }
    }

    /** Tells that a challenge is of a day that is to come. */
    void future(Challenge challenge) {
        findings.add(
                DriftCode.PROOF_FUTURE,
                Place.start(challenge.file()),
                "is dated %s, which is to come: it proves nothing".formatted(challenge.asked()),
                "See whose clock was wrong, or who wrote it; delete it and its answer, and ask again.");
    }

    private static String text(Duration duration) {
        return duration.compareTo(Duration.ofDays(2)) < 0
                ? Durations.text(duration)
                : Counts.of(duration.toDays(), "day");
    }
}
