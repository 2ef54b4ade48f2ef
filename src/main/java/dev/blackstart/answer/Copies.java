package dev.blackstart.answer;

import dev.blackstart.access.OpeningSize;
import dev.blackstart.access.PathStep;
import dev.blackstart.access.SecretAccess;
import java.util.List;
import java.util.Optional;

/**
 * A secret that the fewest people open by a copy, and not where it belongs.
 *
 * @param copy the step of the path that opens the copy: of the secret, or of one that leads to it
 */
record Copies(SecretAccess secret, OpeningSize opening, PathStep copy) {
    static Optional<Copies> opened(SecretAccess secret) {
        return secret.numbers()
                .openingSize()
                .flatMap(opening -> opening.path().stream()
                        .filter(PathStep::copy)
                        .findFirst()
                        .map(copy -> new Copies(secret, opening, copy)));
    }

    /** Word it: {@code One person opens ca-key, by the copy in pass: any one of alice and bob.} */
    String sentence() {
        int people = opening.people().size();
        String what = copy.secret().equals(secret.name())
                ? "the copy in " + copy.store()
                : "the copy of %s in %s".formatted(copy.secret(), copy.store());
        return "%s %s, by %s: %s."
                .formatted(
                        people == 1 ? "One person opens" : people + " people open",
                        secret.name(),
                        what,
                        AnswerWords.choice(opening.people()));
    }

    /** Names the store where it belongs. */
    String home() {
        return secret.stores().get(0);
    }

    /** Says whether a path leads through a copy, or through other secrets. */
    static boolean isWorthTelling(List<PathStep> path) {
        return path.size() > 1 || path.stream().anyMatch(PathStep::copy);
    }
}
