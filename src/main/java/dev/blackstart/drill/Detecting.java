package dev.blackstart.drill;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.journal.Stage;

/**
 * Asks all detectors at once: none of them waits for another in life. Controls ask none: they look at recovery only.
 */
final class Detecting implements Part {
    private final AttemptContext context;

    Detecting(AttemptContext context) {
        this.context = context;
    }

    @Override
    public boolean carryOut() {
        var detections = context.drill().detections();
        if (!context.plan().main() || detections.isEmpty()) {
            return true;
        }
        return context.waiting(Stage.DETECTION, () -> {
            Detector detector = new Detector(context.ticker(), context.replica());
            SideBySide.run(detections.stream()
                    .map(detection -> (Runnable) () -> context.record(detector.ask(detection)))
                    .toList());
            return true;
        });
    }
}
