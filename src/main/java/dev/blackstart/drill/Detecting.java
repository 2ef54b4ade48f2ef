package dev.blackstart.drill;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.DrillDefinition.Detection;
import dev.blackstart.journal.Stage;
import dev.blackstart.verification.OnReplica;
import dev.blackstart.verification.SaidBefore;
import java.util.List;

/**
 * Asks all detectors at once: none of them waits for another in life, and each is timed. Recovery begins when all have answered,
 * or their time has run out: what it mends, nobody could see any more. Controls ask none: they look at recovery only.
 */
final class Detecting implements Part {
    private final AttemptContext context;
    private final Watching watching;
    private final Striking striking;

    Detecting(AttemptContext context, Watching watching, Striking striking) {
        this.context = context;
        this.watching = watching;
        this.striking = striking;
    }

    /** Right before the strike: each must be silent until then. */
    List<Calibrating.Question> questions() {
        Detector detector = detector();
        return context.drill().detections().stream()
                .flatMap(detection -> detector.questions(detection).stream())
                .toList();
    }

    @Override
    public boolean carryOut() {
        List<Detection> detections = context.drill().detections();
        if (!context.plan().main() || detections.isEmpty()) {
            return true;
        }
        return context.waiting(Stage.DETECTION, () -> {
            Detector detector = detector();
            SideBySide.each(detections, detection -> context.record(detector.ask(detection, striking.struckAt())));
            return true;
        });
    }

    private Detector detector() {
        return new Detector(
                context.ticker(), new OnReplica(context.replica(), watching.doors()::probe, new SaidBefore()));
    }
}
