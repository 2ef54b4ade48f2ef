package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import java.util.List;
import java.util.Map;

/** Rules on whether backups are what is promised of them, as far as their repository could tell. */
final class Promising {
    private record Broken(VerdictCode code, String hint) {}

    private static final Broken MISSING = new Broken(
            VerdictCode.BACKUP_MISSING,
            "see what the host pushes, and where to: what no repository holds, nobody brings back");
    private static final Map<String, Broken> BROKEN = Map.of(
            "of",
            MISSING,
            "holds",
            MISSING,
            "every",
            new Broken(
                    VerdictCode.BACKUPS_TOO_RARE,
                    "see whether the timer is enabled and how long a backup takes, or change the promise"),
            "keep",
            new Broken(
                    VerdictCode.PRUNED_TOO_EARLY,
                    "see what prunes the repository and by which rules, or change the promise"));

    private Promising() {}

    static List<Finding> findings(AttemptHistory main) {
        return main.all(Event.PromiseLooked.class).stream()
                .filter(looked -> !looked.kept().orElse(false))
                .map(looked -> looked.kept().isPresent() ? broken(looked) : unproved(looked))
                .toList();
    }

    private static Finding broken(Event.PromiseLooked looked) {
        Broken broken = BROKEN.getOrDefault(looked.word(), MISSING);
        return new Finding(
                broken.code(),
                looked.place(),
                "the backups at %s:%s are not what `%s` promises: %s"
                        .formatted(looked.host(), looked.source(), looked.word(), looked.detail()),
                broken.hint());
    }

    private static Finding unproved(Event.PromiseLooked looked) {
        return new Finding(
                VerdictCode.BACKUPS_UNPROVED,
                looked.place(),
                "nobody could tell from the repository whether the backups at %s:%s are what `%s` promises: %s"
                        .formatted(looked.host(), looked.source(), looked.word(), looked.detail()),
                "a replica lives for minutes: look at the real repository for what takes longer");
    }
}
