package dev.blackstart.verdict;

import dev.blackstart.control.Proof;
import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.FirstOpenings;
import dev.blackstart.history.LockedDoor;
import dev.blackstart.history.StepRun;
import dev.blackstart.journal.Event;
import java.util.List;
import java.util.Optional;

/** Says of every documented secret what the drill showed about it. */
final class Secrets {
    private Secrets() {}

    static List<SecretResult> results(
            Event.RunStarted plan,
            AttemptHistory main,
            FirstOpenings openings,
            List<ControlResult> controls,
            Places places) {
        Optional<LockedDoor> door = plan.lockedOut() ? LockedDoor.of(main, plan) : Optional.empty();
        return plan.secrets().stream()
                .map(secret -> result(
                        secret,
                        openings,
                        door.filter(closed -> closed.secret().equals(secret.name()))
                                .map(LockedDoor::step),
                        controls,
                        places))
                .toList();
    }

    private static SecretResult result(
            Event.PlannedSecret secret,
            FirstOpenings openings,
            Optional<StepRun> door,
            List<ControlResult> controls,
            Places places) {
        Optional<FirstOpenings.Opening> opening = openings.of(secret.name());
        return new SecretResult(
                secret.name(),
                secret.purpose(),
                secret.store(),
                door.map(StepRun::where).or(() -> opening.flatMap(FirstOpenings.Opening::where)),
                opening.isPresent(),
                proof(secret.name(), door.isPresent(), controls),
                places.secret(secret.name()));
    }

    private static Proof proof(String secret, boolean door, List<ControlResult> controls) {
        return controls.stream()
                .filter(result -> result.control().tellsOf(secret, door))
                .map(ControlResult::proof)
                .reduce(Proof::and)
                .orElse(Proof.UNPROVEN);
    }

    static Optional<Finding> neverOpened(List<SecretResult> secrets, Places places) {
        List<String> names = secrets.stream()
                .filter(secret -> !secret.opened() && secret.neededBy().isEmpty())
                .map(SecretResult::name)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        VerdictCode.SECRETS_UNPROVEN,
                        places.drill(),
                        "this drill opened %d of %d documented secrets; unproven: %s"
                                .formatted(secrets.size() - names.size(), secrets.size(), String.join(", ", names)),
                        "another drill may need them; one that none needs may be documented in vain"));
    }
}
