package dev.blackstart.proof;

import dev.blackstart.proof.Reply.State;
import java.util.Map;
import java.util.Optional;

/** Tells what an answer amounts to; what it is instead is said, as its owner will want to know. */
final class AnswerCheck {
    private final Map<Challenge, String> challenges;

    /** @param challenges all of the directory, with their texts: an answer may be another one's */
    AnswerCheck(Map<Challenge, String> challenges) {
        this.challenges = Map.copyOf(challenges);
    }

    Reply of(Challenge challenge, String answer) {
        if (answer.contains("PRIVATE KEY")) {
            return Reply.of(State.PRIVATE_KEY, "");
        }
        if (answer.isBlank()) {
            return broken("it is empty: what was typed has failed");
        }
        return ProofKind.of(challenge.key()) == ProofKind.SSH ? signed(challenge, answer) : read(challenge, answer);
    }

    private Reply read(Challenge challenge, String answer) {
        Optional<ProofLine> line = ProofLine.read(answer);
        if (line.isEmpty()) {
            return broken(
                    ProofLine.line(answer).isPresent()
                            ? "it is cut off, or was changed"
                            : answer.contains("PGP SIGN")
                                    ? "it is a signature, which another part of the key makes than the one that opens"
                                    : "no line in it begins with " + ProofLine.WORD);
        }
        ProofLine given = line.get();
        boolean same = given.asked().equals(challenge.asked())
                && given.part().equals(challenge.part())
                && given.person().equals(challenge.person());
        if (given.sum().equals(challenge.sum())) {
            return same
                    ? Reply.GOOD
                    : broken("the challenge was changed since it was written, on %s to %s about %s"
                            .formatted(given.asked(), given.person(), given.part()));
        }
        return challenges.keySet().stream()
                .filter(other -> other.sum().equals(given.sum()))
                .findFirst()
                .map(AnswerCheck::answers)
                .orElseGet(() -> Reply.of(
                        State.OTHER_CHALLENGE,
                        same
                                ? "its nonce is another one"
                                : "it answers one to %s of %s about %s"
                                        .formatted(given.person(), given.asked(), given.part())));
    }

    private Reply signed(Challenge challenge, String answer) {
        Optional<SshSignature> found = SshSignature.in(answer);
        if (found.isEmpty()) {
            return broken(
                    answer.contains("SSH SIGNATURE") ? "it is cut off, or was changed" : "it is no signature of SSH's");
        }
        if (!SshSignature.canBeChecked()) {
            return Reply.of(State.UNTOLD, "ssh-keygen is not installed here");
        }
        SshSignature signature = found.get();
        Optional<String> signer = signature.signer(challenges.getOrDefault(challenge, ""));
        if (signer.isPresent()) {
            return signer.get().equals(challenge.key())
                    ? Reply.GOOD
                    : new Reply(State.OTHER_KEY, "it is signed by " + signer.get(), signer.get());
        }
        return challenges.entrySet().stream()
                .filter(other -> ProofKind.of(other.getKey().key()) == ProofKind.SSH)
                .filter(other -> signature.signer(other.getValue()).isPresent())
                .findFirst()
                .map(other -> answers(other.getKey()))
                .orElseGet(() ->
                        broken("its signature is not of the challenge as it stands, or was made for something else"));
    }

    private static Reply answers(Challenge other) {
        return Reply.of(
                State.OTHER_CHALLENGE, "it answers %s".formatted(other.file().getFileName()));
    }

    private static Reply broken(String why) {
        return Reply.of(State.BROKEN, why);
    }
}
