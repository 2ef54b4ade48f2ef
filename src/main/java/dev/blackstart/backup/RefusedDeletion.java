package dev.blackstart.backup;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Outcome;
import dev.blackstart.terminal.Excerpt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries to delete the newest archives like {@link DeletedArchives}, where the server promises that nobody can. It is refused
 * where all are still listed, whatever the tool says of its own end; otherwise the drill cannot go on as it was meant.
 */
@Word("refused-deletion")
record RefusedDeletion(ArchiveTool tool) implements BackupDamage {
    static Optional<RefusedDeletion> read(Parameters parameters) {
        return ArchiveTool.read(parameters).map(RefusedDeletion::new);
    }

    @Override
    public Optional<String> from() {
        return Optional.of(tool.client());
    }

    @Override
    public String sentence(String kept) {
        return "somebody tries to delete the newest %s at %s from %s, and must be refused"
                .formatted(tool.words(), kept, tool.client());
    }

    @Override
    public String detector() {
        return "one that reads what the server refused";
    }

    @Override
    public Seen carryOut(Target target) {
        List<String> chosen = tool.newest(target.from(), tool.listed(target.from()));
        Duration at = target.ticker().elapsed();
        Outcome outcome = tool.tryToDelete(target.from(), chosen);
        List<String> gone = new ArrayList<>(chosen);
        gone.removeAll(tool.listed(target.from()));
        if (!gone.isEmpty()) {
            throw new BackupException("the archives at %s could be deleted from %s, which must be refused; gone: %s"
                    .formatted(target.kept(), target.from().name(), String.join(", ", gone)));
        }
        String said = Excerpt.line(outcome.out() + " " + outcome.err());
        return new Seen(
                at,
                "%s: tried to delete the newest %s at %s, and all are still listed%s"
                        .formatted(
                                target.from().name(),
                                tool.words(),
                                target.kept(),
                                said.isBlank() ? "" : ": " + said.strip()));
    }
}
