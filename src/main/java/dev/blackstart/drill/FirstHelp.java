package dev.blackstart.drill;

import dev.blackstart.definition.Service;
import dev.blackstart.definition.Step;
import dev.blackstart.journal.Event;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells when the first thing is done that may bring back what was lost: a machine was ordered, or something is done on one
 * that stands. Until then, who says that the service is back has not asked for what was lost.
 */
final class FirstHelp {
    private final List<Step> steps;
    private final Pattern hosts;

    FirstHelp(List<Step> steps, List<Service> services) {
        this.steps = List.copyOf(steps);
        this.hosts = Pattern.compile(services.stream()
                .filter(service -> service.role() == Service.Role.HOST)
                .map(service -> Pattern.quote(service.name()))
                .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")(?![\\w-])")));
    }

    /** Whether this event is, or may be followed by, the first help. */
    boolean isIt(Event event) {
        if (event instanceof Event.StepStarted started) {
            return step(started.number()) instanceof Step.Shell shell && reachesHosts(shell);
        }
        return event instanceof Event.StepEnded ended
                && ended.outcome() == Event.StepOutcome.DONE
                && step(ended.number()) instanceof Step.Verbs;
    }

    private Step step(int number) {
        return steps.get(number - 1);
    }

    private boolean reachesHosts(Step.Shell shell) {
        return !(shell.target() instanceof Step.Target.Responder)
                || hosts.matcher(shell.script()).find();
    }
}
