package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.LockedDoor;
import dev.blackstart.history.StepRun;
import dev.blackstart.journal.Event;
import java.util.List;
import java.util.Optional;

/**
 * Finds where the analysis said otherwise of the survivors than the drill saw. A recovery that fails at something else than
 * a secret contradicts nothing: who can open what is all that the analysis speaks of.
 */
final class Contradiction {
    private final Event.RunStarted plan;
    private final Event.Foretold foretold;
    private final AttemptHistory main;
    private final Ruling own;

    private Contradiction(Event.RunStarted plan, Event.Foretold foretold, AttemptHistory main, Ruling own) {
        this.plan = plan;
        this.foretold = foretold;
        this.main = main;
        this.own = own;
    }

    /** @param own what the drill itself came to */
    static List<Finding> findings(Event.RunStarted plan, AttemptHistory main, Ruling own) {
        return plan.foretold().flatMap(foretold -> new Contradiction(plan, foretold, main, own).found()).stream()
                .toList();
    }

    private Optional<Finding> found() {
        return refused().or(this::passed).or(this::gotIn).or(this::tooEarly);
    }

    /** They could not open what the analysis says they can. */
    private Optional<Finding> refused() {
        return LockedDoor.of(main, plan)
                .filter(door -> !foretold.closed().contains(door.secret()))
                .map(door -> finding(
                        plan.placeOf(door.secret()),
                        "%s can open %s".formatted(String.join(" and ", plan.survivors()), door.secret()),
                        "%s was refused it".formatted(at(door.step())),
                        "see who really opens %s: this line names somebody who cannot, or too few of them"
                                .formatted(door.secret())));
    }

    /** A step that opens what the analysis says they cannot open went through. */
    private Optional<Finding> passed() {
        for (StepRun step : main.steps()) {
            Optional<String> secret = step.ended().filter(end -> step.done()).stream()
                    .flatMap(end -> end.event().opened().stream())
                    .filter(foretold.closed()::contains)
                    .findFirst();
            if (secret.isPresent()) {
                return secret.map(name -> closedTo(name, "%s, which opens it, went through".formatted(at(step))));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> gotIn() {
        return foretold.closed().stream()
                .findFirst()
                .filter(secret -> own.causes().stream().anyMatch(cause -> cause.code() == VerdictCode.NOT_LOCKED_OUT))
                .map(secret -> closedTo(secret, "the recovery came to its end"));
    }

    private Finding closedTo(String secret, String seen) {
        return finding(
                plan.placeOf(secret),
                plan.survivors().isEmpty()
                        ? "nobody is left who can open " + secret
                        : "%s cannot open %s".formatted(String.join(" and ", plan.survivors()), secret),
                seen,
                "see who really opens %s: somebody whom this line does not name, or fewer together than it says; or the page does not miss it"
                        .formatted(secret));
    }

    /** They were stopped by the right secret, at a step that does not ask for it as far as the analysis can read. */
    private Optional<Finding> tooEarly() {
        return LockedDoor.of(main, plan)
                .flatMap(door -> foretold.stop()
                        .filter(stop -> before(door.step().where(), stop))
                        .map(stop -> finding(
                                door.step().where(),
                                "%s is first asked for at %s".formatted(door.secret(), stop.fileAndLine()),
                                "%s was refused it".formatted(at(door.step())),
                                "name the secret where it is opened: the analysis reads the text of the page")));
    }

    private static boolean before(Place one, Place other) {
        return one.file().equals(other.file()) && one.line() < other.line();
    }

    private static String at(StepRun step) {
        return "step %d at %s".formatted(step.number(), step.where().fileAndLine());
    }

    private static Finding finding(Place place, String said, String seen, String hint) {
        return new Finding(
                VerdictCode.ANALYSIS_CONTRADICTED,
                place,
                "analysis and drill disagree: the analysis says that %s, but %s".formatted(said, seen),
                hint);
    }
}
