package dev.blackstart.verdict;

import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.StepRun;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Splits the time from the strike until everything was verified, without a gap. */
final class Phases {
    static final String DETECTION = Stage.DETECTION.word();
    static final String UNTIL_RECOVERY = "until recovery began";
    static final String VERIFICATION = Stage.VERIFICATION.word();

    private static final Set<Class<? extends Event>> OVER =
            Set.of(Event.Interrupted.class, Event.Untold.class, Event.AttemptEnded.class, Event.CleanedUp.class);

    private final Duration struck;
    private final Duration end;
    private final List<Phase> phases = new ArrayList<>();
    private String current;
    private Duration since;

    private Phases(Duration struck, Duration end) {
        this.struck = struck;
        this.end = end;
        this.current = UNTIL_RECOVERY;
        this.since = struck;
    }

    static List<Phase> of(AttemptHistory main) {
        return main.at(Event.Struck.class)
                .map(struck -> new Phases(struck, end(main, struck)).split(main))
                .orElse(List.of());
    }

    /** The end of the recovery or, where it was none, of the last thing that was seen of it. */
    private static Duration end(AttemptHistory main, Duration struck) {
        return main.at(Event.Verified.class)
                .or(() -> lastStep(main))
                .filter(end -> end.compareTo(struck) > 0)
                .orElse(struck);
    }

    private static Optional<Duration> lastStep(AttemptHistory main) {
        List<StepRun> steps = main.steps();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        StepRun last = steps.get(steps.size() - 1);
        return last.ended().map(StepRun.Ended::at).or(() -> brokeOff(main, last.startedAt()));
    }

    /** When a step that never ended was over, as far as the journal tells. */
    private static Optional<Duration> brokeOff(AttemptHistory main, Duration started) {
        Stream<Entry> over = main.entries().stream()
                .filter(entry -> OVER.contains(entry.event().getClass()))
                .filter(entry -> entry.at().compareTo(started) >= 0);
        return over.map(Entry::at)
                .min(Duration::compareTo)
                .or(() -> main.entries().stream().map(Entry::at).max(Duration::compareTo));
    }

    private List<Phase> split(AttemptHistory main) {
        List<StepRun> steps = main.steps();
        new Measures(main).detectedAt().ifPresent(detected -> {
            current = DETECTION;
            next(UNTIL_RECOVERY, detected);
        });
        for (StepRun step : steps) {
            next(step.heading(), step.startedAt());
        }
        if (!steps.isEmpty()) {
            steps.get(steps.size() - 1).ended().ifPresent(last -> next(VERIFICATION, last.at()));
        }
        next("", end);
        return phases;
    }

    private void next(String name, Duration at) {
        if (name.equals(current)) {
            return;
        }
        Duration until = at.compareTo(end) < 0 ? at : end;
        if (until.compareTo(since) > 0) {
            phases.add(new Phase(current, since.minus(struck), until.minus(since)));
            since = until;
        }
        current = name;
    }
}
