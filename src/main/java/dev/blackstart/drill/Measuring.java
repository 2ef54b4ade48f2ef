package dev.blackstart.drill;

import dev.blackstart.journal.Event;
import dev.blackstart.observe.ProbeBoard;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Writes down what the probes saw of the disaster and of the recovery, whatever came of it. */
final class Measuring implements Part {
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(3);

    private final AttemptContext context;
    private final Watching watching;
    private final Striking striking;
    private final Comparing comparing;
    private final Optional<WorkloadRun> workload;
    private boolean held;

    Measuring(
            AttemptContext context,
            Watching watching,
            Striking striking,
            Comparing comparing,
            Optional<WorkloadRun> workload) {
        this.context = context;
        this.watching = watching;
        this.striking = striking;
        this.comparing = comparing;
        this.workload = workload;
    }

    @Override
    public boolean carryOut() {
        ProbeBoard probes = watching.probes();
        if (context.drill().effects().stopsService()) {
            probes.awaitAnyDown(NOTICED_WITHIN, striking.struckAt()); // a page may fail before anybody could answer
        }
        Duration now = context.ticker().elapsed();
        Duration askedFrom = comparing.from().orElse(now);
        Optional<Duration> restored = probes.allUpSince(askedFrom);
        held = restored.isPresent();
        workload.ifPresent(writes -> restored.flatMap(writes::takenSince)
                .ifPresent(taken -> context.recordAt(taken, new Event.WriteTaken())));
        context.record(new Event.ProbesMeasured(
                restored,
                !probes.everDown(striking.struckAt()).isEmpty(),
                probes.resolution(striking.struckAt(), now).largestGap(),
                restored.isPresent() ? Optional.empty() : Optional.of(probes.notUp(askedFrom))));
        watching.lag()
                .lag()
                .ifPresent(
                        lag -> context.record(new Event.LagMeasured(lag.work(), lag.mean(), lag.worst(), lag.times())));
        calibrate(probes);
        probes.close(); // what tearing the replica down does to them is no news
        return comparing.from().isPresent();
    }

    /** Whether every probe held at the end. */
    boolean restored() {
        return held;
    }

    /** What each probe said while what was lost was away. */
    private void calibrate(ProbeBoard probes) {
        Map<String, Optional<String>> faults = probes.faults();
        context.drill().steadyState().stream()
                .filter(state -> faults.containsKey(state.name()))
                .forEach(state -> {
                    Optional<String> fault = faults.getOrDefault(state.name(), Optional.empty());
                    context.record(new Event.Calibrated(
                            Event.Observer.PROBE,
                            state.name(),
                            false,
                            fault.isEmpty(),
                            fault.orElse(""),
                            state.place()));
                });
    }
}
