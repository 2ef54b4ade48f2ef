package dev.blackstart.backup;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.time.Duration;
import java.util.Optional;

/**
 * Stops and disables the timer that makes backups, as somebody does for an hour's maintenance and forgets. All goes on; what is
 * asked is how long it takes until somebody is told. A backup that runs at that moment is let end.
 */
@Word("stopped-timer")
record StoppedTimer(String client, String unit) implements BackupDamage {
    private static final Duration WITHIN = Duration.ofMinutes(1);

    /** Asked by what systemd says of itself: it ends well, too, where it has done nothing. */
    private static final String STOP = """
            systemctl disable --now "$1" || exit
            echo "$(systemctl is-active "$1") $(systemctl is-enabled "$1")"
            """;

    static Optional<StoppedTimer> read(Parameters parameters) {
        return parameters
                .text("from")
                .flatMap(host -> parameters.text("unit").map(unit -> new StoppedTimer(host, unit)));
    }

    @Override
    public Optional<String> from() {
        return Optional.of(client);
    }

    @Override
    public String sentence(String kept) {
        return "%s is stopped and disabled on %s: no backup comes to %s any more".formatted(unit, client, kept);
    }

    @Override
    public String detector() {
        return "one that asks how old the newest backup is";
    }

    @Override
    public Seen carryOut(Target target) {
        Duration at = target.ticker().elapsed();
        Outcome outcome = target.from()
                .run(Command.as("root", "sh", "-c", STOP, "sh", unit).within(WITHIN));
        String is = outcome.out().strip();
        if (!outcome.succeeded() || !is.equals("inactive disabled")) {
            throw new BackupException("%s could not be stopped on %s: %s"
                    .formatted(
                            unit,
                            target.from().name(),
                            outcome.succeeded() ? "it is " + is : outcome.err().strip()));
        }
        return new Seen(
                at, "%s: %s stopped, and is %s".formatted(target.from().name(), unit, is.replace(" ", " and ")));
    }
}
