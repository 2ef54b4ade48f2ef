package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
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
        boolean ended = main.all(Event.StageEnded.class).stream().anyMatch(stage -> stage.stage() == Stage.REBOOT);
        Optional<Finding> missing = ended || plan.restarts().isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        VerdictCode.REBOOT_UNPROVED,
                        places.drill(),
                        "nobody saw whether %s survives its first restart"
                                .formatted(String.join(", ", plan.restarts())),
                        "see how far the journal goes, and run the drill again"));
        Optional<Finding> waived = plan.noRestart()
                .map(reason -> new Finding(
                        VerdictCode.REBOOT_LEFT_OUT,
                        reason.place(),
                        "whether what was recovered survives its first restart was not proved, because "
                                + reason.because(),
                        "take reboot: out of the drill once the reason is gone"));
        return Stream.concat(missing.stream(), waived.stream()).toList();
    }
}
