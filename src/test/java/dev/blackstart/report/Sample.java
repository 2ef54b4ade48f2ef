package dev.blackstart.report;

import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.testing.Journals;
import dev.blackstart.testing.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run of each kind that a reader may meet. */
enum Sample {
    PASSED,
    QUICK,
    CORRUPTED,
    LOCKED_OUT,
    FAILED,
    MISSED,
    ERASED_CAME_BACK,
    INCONCLUSIVE,
    KILLED,
    KILLED_AT_ONCE;

    Journals journals() {
        return switch (this) {
            case PASSED -> Journals.passed();
            case QUICK -> Journals.passed(Plans.Options.QUICK);
            case CORRUPTED -> Journals.passed(Plans.Options.CORRUPTED);
            case LOCKED_OUT -> Journals.lockedOut();
            case FAILED -> failed();
            case MISSED -> missed();
            case ERASED_CAME_BACK -> erasedCameBack();
            case INCONCLUSIVE -> inconclusive();
            case KILLED -> Journals.passed().before(Event.StepEnded.class);
            case KILLED_AT_ONCE -> new Journals(List.of());
        };
    }

    private static Journals failed() {
        Journals journal = Journals.passed();
        return journal.keeping(entry -> entry.attempt().equals("main"))
                .endingStep(
                        3,
                        Event.StepOutcome.FAILED,
                        "exit code 2: Repository ssh://borg@offsite/srv/borg/db holds no archive");
    }

    private static Journals missed() {
        return Journals.passed(Plans.Options.USUAL.objectives(Duration.ofSeconds(6), Duration.ofMillis(300)))
                .keeping(entry -> entry.attempt().equals("main"))
                .adding(new Event.DataDiffered(
                        "db", "snowdrift", "table public.history", "holds 0 rows, 12000 before"));
    }

    private static Journals erasedCameBack() {
        return Journals.passed()
                .adding(new Event.ErasuresStopped(
                        16, 15, 14, 0, "refused: 503", new Place(Path.of(Plans.DRILL_FILE), 12, 3)))
                .adding(new Event.EdgeErasure("bs1a2b3c4d-000150"))
                .adding(new Event.ErasuresReadBack(12, 2, 0, 3, Duration.ofMillis(380), false));
    }

    private static Journals inconclusive() {
        return Journals.passed()
                .adding(new Event.CheckEnded(
                        "payable donations reconcile",
                        Event.CheckOutcome.ERROR,
                        "relation \"donation\" does not exist",
                        new Place(Path.of(Plans.DRILL_FILE), 36, 5)))
                .adding(
                        Journals.WITHOUT_BACKUP,
                        new Event.Untold(
                                UntoldCode.ENGINE,
                                "the engine stopped answering",
                                new Place(Path.of(Plans.DRILL_FILE), 2, 1),
                                "start it"));
    }
}
