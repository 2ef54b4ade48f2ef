package dev.blackstart.drill;

import dev.blackstart.clock.Await;
import dev.blackstart.clock.Ended;
import dev.blackstart.definition.Check;
import dev.blackstart.journal.Event;
import dev.blackstart.verification.Checks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries the drill's own checks: each has to hold before the disaster, and not to hold whatever is there. */
final class CheckQuestions {
    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(250);

    private final AttemptContext context;
    private final Checks checks;

    CheckQuestions(AttemptContext context, Checks checks) {
        this.context = context;
        this.checks = checks;
    }

    List<Calibrating.Question> all() {
        return context.drill().verification().stream()
                .flatMap(check -> Stream.of((Calibrating.Question) () -> holds(check), () -> canDiffer(check)))
                .toList();
    }

    private Event.Calibrated holds(Check check) {
        Ended ended = new Await(context.ticker()).until(WITHIN, AGAIN_AFTER, () -> {
            Checks.Result result = checks.carryOut(check);
            return result.outcome() == Event.CheckOutcome.PASSED
                    ? Await.Answer.yes(result.detail())
                    : Await.Answer.notYet(result.detail());
        });
        return said(check, true, ended.held(), ended.detail());
    }

    /** On a host that is lost, whatever says yes was brought back. */
    private Event.Calibrated canDiffer(Check check) {
        boolean lost = check.request()
                .filter(asked -> context.drill().effects().hosts().contains(asked.service()))
                .isPresent();
        Optional<String> why = lost ? Optional.empty() : checks.indifferent(check);
        return said(check, false, why.isEmpty(), why.orElse(""));
    }

    private static Event.Calibrated said(Check check, boolean expected, boolean right, String detail) {
        return new Event.Calibrated(Event.Observer.CHECK, check.name(), expected, right, detail, check.place());
    }
}
