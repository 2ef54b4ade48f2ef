package dev.blackstart.drill;

import dev.blackstart.clock.Await;
import dev.blackstart.clock.Ended;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.Alarm;
import dev.blackstart.definition.Check;
import dev.blackstart.definition.DrillDefinition.Detection;
import dev.blackstart.journal.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks a detector again and again, as often as in production, until it raises its alarm or its time has run out. */
final class Detector {
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);

    private final Ticker ticker;
    private final Check.Means means;

    Detector(Ticker ticker, Check.Means means) {
        this.ticker = ticker;
        this.means = means;
    }

    /**
     * Ask until then; one that runs at an interval is asked for the first time when that is over, as if it had run right
     * before the disaster: nobody may count on a better moment.
     *
     * @param struckAt from when on all is counted
     */
    Event.Detected ask(Detection detection, Duration struckAt) {
        Optional<Duration> every = detection.every();
        Duration end = struckAt.plus(detection.within());
        Ended ended = waited(struckAt.plus(every.orElse(Duration.ZERO)))
                ? new Await(ticker).until(left(end), every.orElse(AGAIN_AFTER), () -> answer(detection))
                : new Ended(Ended.How.INTERRUPTED, Duration.ZERO, "nobody asked it");
        return new Event.Detected(detection.name(), ended.held(), ended.detail(), every, detection.place());
    }

    private Await.Answer answer(Detection detection) {
        Alarm.Heard heard = detection.alarm().hear(detection.name(), means, detection.within());
        return heard.raised() ? Await.Answer.yes(heard.detail()) : Await.Answer.notYet(heard.detail());
    }

    private boolean waited(Duration until) {
        try {
            ticker.pause(left(until));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Duration left(Duration until) {
        Duration left = until.minus(ticker.elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Try it before there is any damage: it has to be silent, and to be able to speak, as far as can be seen. */
    List<Calibrating.Question> questions(Detection detection) {
        return detection.alarm().silences(detection.name(), means, detection.within()).stream()
                .map(silence -> (Calibrating.Question) () -> said(detection, silence))
                .toList();
    }

    private static Event.Calibrated said(Detection detection, Supplier<Optional<String>> silence) {
        Optional<String> why = silence.get();
        return new Event.Calibrated(
                Event.Observer.DETECTOR, detection.name(), false, why.isEmpty(), why.orElse(""), detection.place());
    }
}
