package dev.blackstart.backup;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import dev.blackstart.terminal.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Takes a key out of the file that lets it in where the backups are kept, as somebody does who tidies it: who pushes is refused
 * from then on.
 *
 * @param holding what the lines of the file hold that are taken out, such as the key's comment
 */
@Word("refused-key")
record RefusedKey(String file, String holding) implements BackupDamage {
    private static final Duration WITHIN = Duration.ofMinutes(1);

    static Optional<RefusedKey> read(Parameters parameters) {
        return parameters
                .text("file")
                .flatMap(file -> parameters.text("holding").map(text -> new RefusedKey(file, text)));
    }

    @Override
    public String sentence(String kept) {
        return "the key that pushes to %s is taken out of %s".formatted(kept, file);
    }

    @Override
    public String detector() {
        return "one that asks how old the newest backup is";
    }

    @Override
    public Seen carryOut(Target target) {
        Duration at = target.ticker().elapsed();
        Outcome outcome = target.host()
                .run(Command.as(
                                "root",
                                Scripts.bash(RefusedKey.class, "refuse-key.sh", List.of(file, holding))
                                        .toArray(String[]::new))
                        .within(WITHIN));
        String taken = outcome.out().strip();
        if (!outcome.succeeded() || !taken.matches("[1-9]\\d*")) {
            throw new BackupException("no key that holds \"%s\" could be taken out of %s:%s: %s"
                    .formatted(
                            holding, target.host().name(), file, outcome.err().strip()));
        }
        return new Seen(
                at,
                "%s: %s taken out of %s, and gone"
                        .formatted(target.host().name(), Counts.of(Long.parseLong(taken), "key"), file));
    }
}
