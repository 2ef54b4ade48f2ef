package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Durations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules on whether what was recovered survives its first restart. */
final class Restarts {
    private Restarts() {}

    static List<Finding> failures(AttemptHistory attempt) {
        return attempt.all(Event.HostRestarted.class).stream()
                .filter(restarted -> !restarted.held())
                .map(restarted -> new Finding(
                        VerdictCode.REBOOT_FAILED,
                        restarted.place(),
                        "%s was recovered, and restarted: the steady state did not hold again within %s: %s"
                                .formatted(restarted.host(), Durations.text(restarted.within()), restarted.detail()),
                        "see what runs there only because a step started it (is its unit enabled?), and what was kept in"
                                + " memory only"))
                .toList();
    }

    /** What was to be restarted and never was, as far as the recovery came to that; and what is left out on purpose. */
    static List<Finding> untold(Event.RunStarted plan, AttemptHistory main, boolean recovered, Places places) {
        if (!recovered) {
            return List.of();
        }
        boolean stopped = main.all(Event.HostRestarted.class).stream().anyMatch(restarted -> !restarted.held());
        Stream<Finding> missing = plan.restarts().stream()
                .filter(host -> !stopped
                        && main.all(Event.HostRestarted.class).stream()
                                .noneMatch(restarted -> restarted.host().equals(host)))
                .map(host -> new Finding(
                        VerdictCode.REBOOT_UNPROVED,
                        places.drill(),
                        "nobody saw whether %s survives its first restart".formatted(host),
                        "see how far the journal goes, and whether the host stands again"));
        Optional<Finding> waived = plan.noRestart()
                .map(reason -> new Finding(
                        VerdictCode.REBOOT_LEFT_OUT,
                        reason.place(),
                        "whether what was recovered survives its first restart was not proved, because "
                                + reason.because(),
                        "take reboot: out of the drill once the reason is gone"));
        return Stream.concat(missing, waived.stream()).toList();
    }
}
