package dev.blackstart.drill;

import dev.blackstart.backup.Generation;
import dev.blackstart.backup.Promised;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.journal.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what is promised of backups with what their repositories list, before anything is destroyed. */
final class Promises implements Part {
    private final AttemptContext context;
    private final Repositories repositories;
    private final Map<Backup, Look> before = new HashMap<>();

    Promises(AttemptContext context) {
        this.context = context;
        this.repositories = new Repositories(context);
    }

    private record Look(Instant at, List<Generation> listed) {}

    /** A first look, so that it is seen what comes and what goes. */
    Part beginning() {
        return () -> {
            all().forEach(backup -> repositories.keep(backup).ifPresent(kept -> {
                look(kept).ifPresent(seen -> before.put(backup, seen));
                kept.copy().remove();
            }));
            return true;
        };
    }

    @Override
    public boolean carryOut() {
        before.forEach((backup, first) -> repositories.keep(backup).ifPresent(kept -> {
            look(kept).ifPresent(last -> compare(kept, first, last));
            kept.copy().remove();
        }));
        return true;
    }

    private List<Backup> all() {
        return context.plan().main()
                ? repositories.all().stream()
                        .filter(backup -> !backup.promised().isEmpty())
                        .toList()
                : List.of();
    }

    private Optional<Look> look(Repositories.Aside kept) {
        return repositories.listed(kept).map(listed -> new Look(kept.now(), listed));
    }

    private void compare(Repositories.Aside kept, Look first, Look last) {
        Promised promised = kept.backup().promised();
        promised.seen(new Promised.Looks(first.at(), first.listed(), last.at(), last.listed()))
                .forEach(seen -> record(kept.backup(), seen));
        promised.newest(last.listed())
                .forEach(newest -> promised.holds()
                        .forEach(path -> repositories
                                .told(kept.backup(), () -> kept.copy().holds(newest, path))
                                .ifPresent(holds -> record(
                                        kept.backup(),
                                        new Promised.Seen(
                                                "holds",
                                                Optional.of(holds),
                                                "%s holds %s at %s"
                                                        .formatted(
                                                                newest.name(),
                                                                holds ? "something" : "nothing",
                                                                path))))));
    }

    private void record(Backup backup, Promised.Seen seen) {
        context.record(new Event.PromiseLooked(
                backup.service(), backup.source().name(), seen.word(), seen.kept(), seen.detail(), backup.place()));
    }
}
