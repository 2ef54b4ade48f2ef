package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules on whether what was measured meets what was promised. */
final class Objectives {
    private final Event.RunStarted plan;
    private final AttemptHistory main;
    private final Actuals actuals;
    private final Place where;

    Objectives(Event.RunStarted plan, AttemptHistory main, Actuals actuals, Places places) {
        this.plan = plan;
        this.main = main;
        this.actuals = actuals;
        this.where = places.objectives();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        recoveryTime().ifPresent(findings::add);
        pageDone().ifPresent(findings::add);
        unmeasured().ifPresent(findings::add);
        findings.addAll(workload());
        return findings;
    }

    private Optional<Finding> recoveryTime() {
        Duration objective = plan.recoveryTimeObjective();
        return actuals.recoveryTime()
                .filter(actual -> actual.compareTo(objective) > 0)
                .map(actual -> new Finding(
                        VerdictCode.RECOVERY_TIME_MISSED,
                        where,
                        "recovery took %s, %s longer than the objective of %s"
                                .formatted(
                                        Durations.text(actual),
                                        Durations.text(actual.minus(objective)),
                                        Durations.text(objective)),
                        "see which phase took the time, and shorten it or change the promise"));
    }

    /** It answered again, but a service that is back takes writes. */
    private Optional<Finding> unmeasured() {
        boolean answers =
                actuals.serviceRestored().isPresent() && actuals.verified().isPresent();
        boolean refused = main.last(Event.WroteAgain.class)
                .filter(again -> !again.taken())
                .isPresent();
        return !answers || refused || new Measures(main).recoveredAt().isPresent()
                ? Optional.empty()
                : Optional.of(new Finding(
                        VerdictCode.RECOVERY_TIME_UNKNOWN,
                        workloadPlace(),
                        "the service answered again, but nobody saw it take a write, so nobody knows when it was back",
                        "see how far the journal goes, and run the drill again"));
    }

    private Optional<Finding> pageDone() {
        return plan.pageDoneObjective()
                .flatMap(objective -> actuals.pageDone()
                        .filter(actual -> actual.compareTo(objective) > 0)
                        .map(actual -> new Finding(
                                VerdictCode.PAGE_DONE_MISSED,
                                where,
                                "the page took %s, %s longer than the objective of %s"
                                        .formatted(
                                                Durations.text(actual),
                                                Durations.text(actual.minus(objective)),
                                                Durations.text(objective)),
                                "see which phase took the time, and shorten it or change the promise")));
    }

    private List<Finding> workload() {
        Optional<Workload> workload = new Measures(main).workload();
        if (workload.isEmpty()) {
            return verified()
                    ? List.of(new Finding(
                            VerdictCode.RECOVERY_POINT_UNMEASURED,
                            where,
                            "no writes were made before the disaster, so nobody knows what would have been lost",
                            "add a workload to the drill: writes through the service's own door"))
                    : List.of();
        }
        return workload(workload.get());
    }

    private List<Finding> workload(Workload ledger) {
        if (ledger.acknowledged() == 0) {
            return List.of(new Finding(
                    VerdictCode.WORKLOAD_UNACKNOWLEDGED,
                    workloadPlace(),
                    "the service acknowledged none of the workload's %d writes%s, so nothing could be lost"
                            .formatted(ledger.written(), refusal()),
                    "see what the workload sends and what the service answers to it"));
        }
        if (!ledger.readBack()) {
            return verified()
                    ? List.of(new Finding(
                            VerdictCode.WORKLOAD_NOT_READ_BACK,
                            workloadPlace(),
                            "the workload's %d acknowledged writes were never read back"
                                    .formatted(ledger.acknowledged()),
                            "see how far the journal goes, and run the drill again"))
                    : List.of();
        }
        List<Finding> findings = new ArrayList<>();
        untold(ledger).ifPresent(findings::add);
        actuals.recoveryPoint().flatMap(actual -> recoveryPoint(ledger, actual)).ifPresent(findings::add);
        return findings;
    }

    /** Word what the service said instead. */
    private String refusal() {
        return main.last(Event.WorkloadStopped.class)
                .map(Event.WorkloadStopped::refusal)
                .filter(text -> !text.isBlank())
                .map(text -> " (" + text + ")")
                .orElse("");
    }

    private Place workloadPlace() {
        return main.last(Event.WorkloadStopped.class)
                .map(Event.WorkloadStopped::place)
                .orElse(where);
    }

    private boolean verified() {
        return main.has(Event.Verified.class);
    }

    private Optional<Finding> untold(Workload ledger) {
        int unseen = Math.max(
                ledger.untold().orElse(0),
                ledger.acknowledged() - ledger.found().orElse(0) - ledger.lost().orElse(0));
        return unseen <= 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        VerdictCode.WORKLOAD_UNTOLD,
                        workloadPlace(),
                        ledger.told()
                                ? "of %d acknowledged writes, nobody could say whether %d are still there"
                                        .formatted(ledger.acknowledged(), unseen)
                                : "nobody could say of any of the %d acknowledged writes whether it is still there"
                                        .formatted(ledger.acknowledged()),
                        "see what the service answers when a write is read back"));
    }

    private Optional<Finding> recoveryPoint(Workload ledger, Duration actual) {
        Duration objective = plan.recoveryPointObjective();
        String lost = "%d of %d acknowledged writes".formatted(ledger.lost().orElse(0), ledger.acknowledged());
        if (actual.compareTo(objective) > 0 && actuals.schedule().isPresent()) {
            Duration apart = actuals.schedule().get();
            return Optional.of(new Finding(
                    VerdictCode.RECOVERY_POINT_MISSED,
                    where,
                    "up to %s may be lost: the backups lie %s apart, and %s more were measured; the objective is %s"
                            .formatted(
                                    Durations.text(actual),
                                    Durations.text(apart),
                                    Durations.text(actual.minus(apart)),
                                    Durations.text(objective)),
                    "let the backups run more often, or change the promise"));
        }
        if (actual.compareTo(objective) > 0) {
            return Optional.of(new Finding(
                    VerdictCode.RECOVERY_POINT_MISSED,
                    where,
                    "%s are lost, the oldest made %s%s before the disaster; the objective is %s"
                            .formatted(
                                    lost,
                                    actuals.recoveryPointAtLeast() ? "at least " : "",
                                    Durations.text(actual),
                                    Durations.text(objective)),
                    "see whether the backup ran while the writes were made: is its timer enabled?"));
        }
        if (main.last(Event.WorkloadReadBack.class)
                .map(Event.WorkloadReadBack::atLeast)
                .orElse(false)) {
            return Optional.of(new Finding(
                    VerdictCode.RECOVERY_POINT_UNKNOWN,
                    where,
                    "%s are lost, so all that is known is that at least %s are; the objective is %s"
                            .formatted(lost, Durations.text(actual), Durations.text(objective)),
                    "let the workload last longer than the backups lie apart, and see whether the backup's timer is"
                            + " enabled"));
        }
        return Optional.empty();
    }
}
