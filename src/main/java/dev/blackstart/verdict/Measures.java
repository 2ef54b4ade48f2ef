package dev.blackstart.verdict;

import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.StepRun;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes the actuals of the drill itself out of its history; times count from the strike. */
final class Measures {
    private final AttemptHistory main;
    private final Optional<Duration> struck;

    Measures(AttemptHistory main) {
        this.main = main;
        this.struck = main.at(Event.Struck.class);
    }

    /** @param recovered false: whatever it came to, it was no recovery, so it has no recovery time */
    Actuals actuals(boolean recovered) {
        Optional<Workload> workload = workload().filter(ledger -> ledger.readBack() && ledger.acknowledged() > 0);
        Optional<Event.WorkloadReadBack> readBack = main.last(Event.WorkloadReadBack.class);
        Optional<Erasures> erasures = workload().flatMap(Workload::erasures);
        return new Actuals(
                recovered ? recoveredAt().flatMap(this::sinceStrike) : Optional.empty(),
                restoredAt().flatMap(this::sinceStrike),
                pageDoneAt().flatMap(this::sinceStrike),
                main.at(Event.Verified.class).flatMap(this::sinceStrike),
                workload.filter(Workload::told)
                        .flatMap(ledger -> readBack.map(Event.WorkloadReadBack::recoveryPoint))
                        .map(measured -> measured.plus(schedule().orElse(Duration.ZERO))),
                schedule(),
                workload.map(ledger -> ledger.untold().orElse(0) > 0).orElse(false)
                        || readBack.map(Event.WorkloadReadBack::atLeast).orElse(false),
                erasures.filter(Erasures::told)
                        .flatMap(told -> main.last(Event.ErasuresReadBack.class)
                                .map(Event.ErasuresReadBack::erasurePoint)
                                .map(measured -> told.cameBack().orElse(0) > 0
                                        ? measured.plus(schedule().orElse(Duration.ZERO))
                                        : measured)),
                erasures.map(told -> told.untold().orElse(0) > 0).orElse(false)
                        || main.last(Event.ErasuresReadBack.class)
                                .map(Event.ErasuresReadBack::atLeast)
                                .orElse(false),
                noticedAt().flatMap(this::sinceStrike));
    }

    private Optional<Duration> schedule() {
        return main.last(Event.BackupStarted.class).map(Event.BackupStarted::every);
    }

    Optional<Workload> workload() {
        Optional<Event.WorkloadReadBack> readBack = main.last(Event.WorkloadReadBack.class);
        return main.last(Event.WorkloadStopped.class)
                .map(stopped -> new Workload(
                        stopped.written(),
                        stopped.acknowledged(),
                        stopped.unanswered(),
                        Objects.requireNonNullElse(
                                stopped.refusal(), ""), // journals of before it was written have none
                        readBack.map(Event.WorkloadReadBack::found),
                        readBack.map(Event.WorkloadReadBack::lost),
                        readBack.map(Event.WorkloadReadBack::untold),
                        readBack.isPresent(),
                        stopped.lasted(),
                        erasures()));
    }

    private Optional<Erasures> erasures() {
        Optional<Event.ErasuresReadBack> readBack = main.last(Event.ErasuresReadBack.class);
        return main.last(Event.ErasuresStopped.class)
                .map(stopped -> new Erasures(
                        stopped.asked(),
                        stopped.acknowledged(),
                        stopped.gone(),
                        stopped.refusal(),
                        readBack.map(Event.ErasuresReadBack::gone),
                        readBack.map(Event.ErasuresReadBack::cameBack),
                        readBack.map(Event.ErasuresReadBack::untold)));
    }

    /**
     * The moment when the service was back for good, a write included, on the run's ticker; where nothing was ever down, the
     * end of the page, which mended what was damaged.
     */
    Optional<Duration> recoveredAt() {
        return main.wentDown() ? restoredAt().flatMap(restored -> later(restored, writeTakenAt())) : pageDoneAt();
    }

    /** Empty where writes were made before the strike, and none was taken since. */
    private Optional<Duration> later(Duration restored, Optional<Duration> taken) {
        if (taken.isEmpty()) {
            return main.has(Event.WorkloadStopped.class) ? Optional.empty() : Optional.of(restored);
        }
        return taken.map(at -> at.compareTo(restored) >= 0 ? at : restored);
    }

    private Optional<Duration> writeTakenAt() {
        return main.at(Event.WriteTaken.class)
                .or(() -> main.last(Event.WroteAgain.class)
                        .filter(Event.WroteAgain::taken)
                        .flatMap(taken -> main.at(Event.WroteAgain.class)));
    }

    private Optional<Duration> pageDoneAt() {
        List<StepRun> steps = main.steps();
        return !steps.isEmpty() && steps.stream().allMatch(StepRun::done)
                ? steps.get(steps.size() - 1).ended().map(StepRun.Ended::at)
                : Optional.empty();
    }

    private Optional<Duration> restoredAt() {
        return main.last(Event.ProbesMeasured.class).flatMap(Event.ProbesMeasured::restoredAt);
    }

    Optional<Duration> detectedAt() {
        return main.entries().stream()
                .filter(entry -> entry.event() instanceof Event.Detected detected && detected.noticed())
                .map(entry -> entry.at())
                .findFirst();
    }

    private Optional<Duration> noticedAt() {
        return Stream.of(detectedAt(), main.downAtStrike().isEmpty() ? downAt() : Optional.<Duration>empty())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Once detectors were waited for in vain, what goes down is the recovery's doing. */
    private Optional<Duration> downAt() {
        Optional<Duration> waited = main.entries().stream()
                .filter(entry -> entry.event() instanceof Event.Detected)
                .map(Entry::at)
                .reduce((one, later) -> later);
        return main.firstDown().filter(down -> waited.isEmpty() || down.compareTo(waited.get()) <= 0);
    }

    private Optional<Duration> sinceStrike(Duration at) {
        return struck.map(at::minus);
    }
}
