package dev.blackstart.recovery;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a step whose time ran out goes on doing behind its back: it would take part in all that comes after. */
final class LeftRunning {
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private LeftRunning() {}

    /** Kill on one machine whatever carries a step's mark; how many processes that were, as far as is known. */
    static int end(Host host, String mark) {
        Outcome outcome = host.run(new Command(
                "root", Scripts.bash(LeftRunning.class, "left-running.sh", List.of(mark)), Map.of(), "", WITHIN));
        String count = outcome.out().strip();
        return outcome.succeeded() && count.matches("\\d{1,6}") ? Integer.parseInt(count) : 0;
    }
}
