package dev.blackstart.drill;

import dev.blackstart.clock.Await;
import dev.blackstart.clock.Ended;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DrillDefinition.Detection;
import dev.blackstart.environment.Replica;
import dev.blackstart.journal.Event;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.time.Duration;
import java.util.List;

/** Asks a detector again and again until it gives the reason that is expected: any failure would not do. */
final class Detector {
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);
    private static final int LONGEST_EVIDENCE = 300;

    private static final String WITHOUT_TOOLS = "PATH=/nowhere\n";

    private final Ticker ticker;
    private final Replica replica;

    Detector(Ticker ticker, Replica replica) {
        this.ticker = ticker;
        this.replica = replica;
    }

    Event.Detected ask(Detection detection) {
        Ended ended = new Await(ticker).until(detection.within(), AGAIN_AFTER, () -> {
            String said = said(detection);
            return said.contains(detection.expect())
                    ? Await.Answer.yes(line(said, detection.expect()))
                    : Await.Answer.notYet("said: " + tail(said));
        });
        return new Event.Detected(detection.name(), ended.held(), ended.detail(), detection.place());
    }

    /**
     * Try it before there is any damage: it has to be silent, also where it finds none of its tools, as any failure would
     * not do.
     */
    List<Calibrating.Question> questions(Detection detection) {
        return List.of(
                () -> silent(detection, detection.run(), ""),
                () -> silent(detection, WITHOUT_TOOLS + detection.run(), "without its tools, "));
    }

    private Event.Calibrated silent(Detection detection, String run, String where) {
        String said = said(detection, run);
        boolean silent = !said.contains(detection.expect());
        return new Event.Calibrated(
                Event.Observer.DETECTOR,
                detection.name(),
                false,
                silent,
                silent ? "" : where + "it said: " + line(said, detection.expect()),
                detection.place());
    }

    private String said(Detection detection) {
        return said(detection, detection.run());
    }

    private String said(Detection detection, String run) {
        if (!replica.stands(detection.service())) {
            return "there is no host " + detection.service();
        }
        Outcome outcome = replica.host(detection.service())
                .run(Command.as("root", "bash", "-c", run).within(detection.within()));
        return outcome.out() + outcome.err();
    }

    private static String line(String said, String expected) {
        return said.lines()
                .filter(line -> line.contains(expected))
                .findFirst()
                .orElse(expected)
                .strip();
    }

    private static String tail(String said) {
        String text = said.strip();
        return text.length() <= LONGEST_EVIDENCE ? text : "…" + text.substring(text.length() - LONGEST_EVIDENCE);
    }
}
