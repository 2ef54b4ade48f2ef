package dev.blackstart.history;

import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which documented secrets the responder opened, and at which step first. */
public final class FirstOpenings {
    /** @param number 0: outside any step */
    public record Opening(int number, Optional<Place> where) {}

    private final Map<String, Opening> first = new LinkedHashMap<>();

    public FirstOpenings(AttemptHistory main) {
        Map<Integer, StepRun> steps = new LinkedHashMap<>();
        main.steps().forEach(step -> steps.put(step.number(), step));
        for (StepRun step : steps.values()) {
            step.ended().ifPresent(end -> end.event().opened().forEach(secret -> note(secret, step.number(), steps)));
        }
        main.afterStrike().all(Event.SecretOpened.class).forEach(opened -> note(opened.secret(), opened.step(), steps));
    }

    private void note(String secret, int number, Map<Integer, StepRun> steps) {
        Opening opening =
                new Opening(number, Optional.ofNullable(steps.get(number)).map(StepRun::where));
        first.merge(secret, opening, (one, other) -> earlier(one, other) ? one : other);
    }

    /** An opening inside a step tells more than one outside of any. */
    private static boolean earlier(Opening one, Opening other) {
        return other.number() == 0 || (one.number() != 0 && one.number() <= other.number());
    }

    public Set<String> secrets() {
        return first.keySet();
    }

    public Optional<Opening> of(String secret) {
        return Optional.ofNullable(first.get(secret));
    }
}
