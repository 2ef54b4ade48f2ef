package dev.blackstart.drift;

import dev.blackstart.drift.KeyProof.State;
import dev.blackstart.proof.Challenge;
import dev.blackstart.proof.Due;
import dev.blackstart.proof.ProofKind;
import dev.blackstart.proof.Proofs.Asked;
import dev.blackstart.proof.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one key by its challenges, of any order. A proof is as old as its challenge: nothing else in it could
 * not have been dated by whoever wrote it.
 */
final class ProofHistory {
    private static final Duration SOON = Duration.ofDays(30);

    private final ProvableKey key;
    private final Optional<Duration> every;
    private final Instant now;
    private final Optional<Challenge> proved;
    private final List<Asked> later;

    /** @param asked the challenges of this key that are of no time to come */
    ProofHistory(ProvableKey key, List<Asked> asked, Optional<Duration> every, Instant now) {
        Comparator<Asked> age = Comparator.comparing(one -> one.challenge().asked());
        this.key = key;
        this.every = every;
        this.now = now;
        this.proved = asked.stream()
                .filter(one -> one.reply().state() == Reply.State.GOOD)
                .max(age)
                .map(Asked::challenge);
        this.later = asked.stream()
                .filter(one -> one.reply().state() != Reply.State.GOOD)
                .filter(one -> proved.filter(
                                last -> !last.asked().isBefore(one.challenge().asked()))
                        .isEmpty())
                .sorted(age)
                .toList();
    }

    ProvableKey key() {
        return key;
    }

    /** Gives the challenge that was answered last. */
    Optional<Challenge> proved() {
        return proved;
    }

    /** Lists what was asked since then and not answered, or not well, the oldest first. */
    List<Asked> later() {
        return later;
    }

    /** Gives the challenge that waits for an answer. */
    Optional<Asked> open() {
        return later.isEmpty() ? Optional.empty() : Optional.of(later.get(later.size() - 1));
    }

    /** Gives when what was proved is too long ago. */
    Optional<Instant> until() {
        return proved.flatMap(last -> every.map(last.asked()::plus));
    }

    boolean stale() {
        return until().filter(now::isAfter).isPresent();
    }

    /** Says for how long nobody has answered, where that is longer than proofs may be old. */
    Optional<Duration> silent() {
        return later.isEmpty() || proved.isPresent()
                ? Optional.empty()
                : Optional.of(Duration.between(later.get(0).challenge().asked(), now))
                        .filter(age ->
                                every.filter(most -> age.compareTo(most) > 0).isPresent());
    }

    /** Gives whom to ask: who has proved nothing, or not for much longer, and has no challenge that is worth an answer. */
    Optional<Due> due() {
        boolean wanted = proved.isEmpty() || until().filter(this::soon).isPresent();
        boolean waits = open().filter(asked -> every.map(asked.challenge().asked()::plus)
                        .filter(this::soon)
                        .isEmpty())
                .isPresent();
        return wanted && !waits && !key.revoked()
                ? key.part().map(part -> new Due(key.person(), key.key(), part))
                : Optional.empty();
    }

    private boolean soon(Instant end) {
        Duration third = every.orElse(Duration.ZERO).dividedBy(3);
        return end.isBefore(now.plus(third.compareTo(SOON) < 0 ? third : SOON));
    }

    KeyProof told() {
        return new KeyProof(
                state(),
                key.person(),
                ProofKind.of(key.key()),
                key.key(),
                key.part().filter(part -> key.openPgp().isPresent()),
                proved.map(Challenge::asked),
                until(),
                open().map(asked -> asked.challenge().asked()),
                open().map(asked -> asked.challenge().file()));
    }

    State state() {
        if (key.revoked()) {
            return State.REVOKED;
        }
        if (proved.isPresent()) {
            return stale() ? State.STALE : State.PROVED;
        }
        return open().map(asked -> asked.reply().state() == Reply.State.NONE ? State.ASKED : State.REFUSED)
                .orElse(State.UNASKED);
    }
}
