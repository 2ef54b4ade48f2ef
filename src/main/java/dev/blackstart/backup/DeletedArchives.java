package dev.blackstart.backup;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.terminal.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes the newest archives as somebody can who has taken over a host that pushes backups: with its tool, and with what it
 * holds. They are deleted where the tool no longer lists them, whatever lies behind that.
 */
@Word("deleted-archives")
record DeletedArchives(ArchiveTool tool) implements BackupDamage {
    static Optional<DeletedArchives> read(Parameters parameters) {
        return ArchiveTool.read(parameters).map(DeletedArchives::new);
    }

    @Override
    public Optional<String> from() {
        return Optional.of(tool.client());
    }

    @Override
    public String sentence(String kept) {
        return "the newest %s %s deleted at %s from %s, with what is held there"
                .formatted(tool.words(), tool.newest() == 1 ? "is" : "are", kept, tool.client());
    }

    @Override
    public String detector() {
        return "one that counts archives, or asks how old the newest is";
    }

    @Override
    public Seen carryOut(Target target) {
        List<String> all = tool.listed(target.from());
        List<String> chosen = tool.newest(target.from(), all);
        Duration at = target.ticker().elapsed();
        tool.delete(target.from(), chosen);
        List<String> left = new ArrayList<>(tool.listed(target.from()));
        left.retainAll(chosen);
        if (!left.isEmpty()) {
            throw new BackupException("the archives at %s were deleted from %s, and are still listed: %s"
                    .formatted(target.kept(), target.from().name(), String.join(", ", left)));
        }
        return new Seen(
                at,
                "%s: the newest %s of %d at %s deleted, and no longer listed: %s"
                        .formatted(
                                target.from().name(),
                                Counts.of(tool.newest(), "archive"),
                                all.size(),
                                target.kept(),
                                String.join(", ", chosen)));
    }
}
