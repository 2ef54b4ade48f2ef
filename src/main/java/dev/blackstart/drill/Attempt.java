package dev.blackstart.drill;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One replica's life, as the list of its parts: the drill itself, or one of its controls. */
final class Attempt {
    private final List<Part> parts;

    private Attempt(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Commissioned, in service, loaded, written down, struck, recovered, compared. */
    static Attempt commissioned(AttemptContext context) {
        Furnishing environment = new Furnishing(context);
        Watching watching = new Watching(context);
        Optional<WorkloadRun> workload = context.workload(watching);
        Baseline baseline = new Baseline(context, watching, workload);
        Striking striking = new Striking(context, watching, workload);
        Detecting detecting = new Detecting(context, watching, striking);
        Generations generations = new Generations(context, striking, workload);
        Recovering recovering = new Recovering(context, environment, watching, workload, generations);
        Comparing comparing = new Comparing(context, watching, baseline, recovering);
        Changing changing = new Changing(context);
        Promises promises = new Promises(context);
        Measuring measuring = new Measuring(context, watching, striking, comparing, workload);
        return new Attempt(List.of(
                environment,
                watching,
                new SteadyStateHolding(context, watching),
                changing.keeping(),
                promises.beginning(),
                baseline,
                promises,
                new Calibrating(context, () -> questions(detecting, workload)),
                striking,
                changing,
                detecting,
                generations.keeping(),
                recovering,
                comparing,
                new LookingForStates(context, baseline),
                measuring,
                new ReadingBack(workload, striking),
                generations,
                new BackingUpAgain(context, baseline.backups()),
                new Searching(context, environment),
                new Restarting(context, watching, measuring)));
    }

    /** Commissioned, in service, loaded, written down, struck, seen; nobody recovers. */
    static Attempt lookedAt(AttemptContext context) {
        Watching watching = new Watching(context);
        Optional<WorkloadRun> workload = context.workload(watching);
        Baseline baseline = new Baseline(context, watching, workload);
        Striking striking = new Striking(context, watching, workload);
        Detecting detecting = new Detecting(context, watching, striking);
        return new Attempt(List.of(
                new Furnishing(context),
                watching,
                new SteadyStateHolding(context, watching),
                baseline,
                new Calibrating(context, detecting::questions),
                striking,
                detecting,
                new OwnLook(context, baseline)));
    }

    /** Commissioned, in service, and left so. */
    static Attempt staged(AttemptContext context, Part told) {
        Watching watching = new Watching(context);
        return new Attempt(List.of(new Furnishing(context), watching, new SteadyStateHolding(context, watching), told));
    }

    /** Right before the strike: of those who must be silent until then, and of the read-back, which needs writes. */
    private static List<Calibrating.Question> questions(Detecting detecting, Optional<WorkloadRun> workload) {
        return Stream.concat(
                        detecting.questions().stream(),
                        workload.stream().flatMap(writes -> writes.questions().stream()))
                .toList();
    }

    /** Carry out one part after the other, and end whatever goes on beside them, the latest first. */
    void run() {
        try {
            for (Part part : parts) {
                if (!part.carryOut()) {
                    return;
                }
            }
        } finally {
            for (int last = parts.size() - 1; last >= 0; last--) {
                parts.get(last).end();
            }
        }
    }
}
