package dev.blackstart.drill;

import dev.blackstart.backup.Generation;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.Condition;
import dev.blackstart.observe.RecoveredWrites;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Finds out which generation was brought back, and which was the newest good one. The drill knows when the damage was done, and
 * reads for itself what was there when the recovery began, once that has ended.
 */
final class Generations implements Part {
    private final AttemptContext context;
    private final Striking striking;
    private final Optional<WorkloadRun> workload;
    private final Repositories repositories;
    private CompletableFuture<Optional<Repositories.Aside>> copy = CompletableFuture.completedFuture(Optional.empty());

    Generations(AttemptContext context, Striking striking, Optional<WorkloadRun> workload) {
        this.context = context;
        this.striking = striking;
        this.workload = workload;
        this.repositories = new Repositories(context);
    }

    /**
     * Copies what there is when the recovery begins, beside what a page does without typing anything, such as to order a server:
     * nobody's recovery takes longer for it.
     */
    Part keeping() {
        return () -> {
            Optional<Backup> backup = context.plan().main() ? only() : Optional.empty();
            backup.ifPresent(one -> copy = CompletableFuture.supplyAsync(
                    () -> repositories.keep(one), task -> new Thread(task, "copies-repository").start()));
            return true;
        };
    }

    /** Waits until the copy is made: whatever is typed may mend the repository, or make new generations. */
    Optional<Repositories.Aside> kept() {
        try {
            return copy.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Where several are of what was struck, nobody knows which of them a write would come back from. */
    private Optional<Backup> only() {
        Set<String> struck = context.drill().effects().struck();
        List<Backup> all = repositories.all();
        List<Backup> meant = all.stream()
                .filter(backup -> backup.promised().of().isEmpty()
                        ? all.size() == 1 && !struck.isEmpty()
                        : backup.promised().of().stream().anyMatch(struck::contains))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    @Override
    public boolean carryOut() {
        kept().ifPresent(one -> {
            repositories
                    .listed(one)
                    .filter(Generations::ofOneThing)
                    .flatMap(listed -> repositories.told(one.backup(), () -> looked(one, listed)))
                    .ifPresent(context::record);
            one.copy().remove();
        });
        return true;
    }

    private static boolean ofOneThing(List<Generation> listed) {
        return listed.stream().map(Generation::series).distinct().count() == 1;
    }

    private Event looked(Repositories.Aside one, List<Generation> listed) {
        Optional<RecoveredWrites> writes = workload.flatMap(WorkloadRun::recovered);
        List<Event.Looked> looked = new ArrayList<>();
        boolean found = false;
        for (int at = listed.size() - 1; at >= 0; at--) {
            Generation generation = listed.get(at);
            Duration begun = one.earliest(generation.begun());
            Duration ended = one.latest(generation.ended());
            // What a backup copies may lie ready before it begins, but not before the one before it has ended.
            Duration from = at == 0
                    ? Duration.ofSeconds(Long.MIN_VALUE)
                    : Collections.min(
                            List.of(begun, one.earliest(listed.get(at - 1).stillMade())));
            boolean chosen = writes.filter(came -> came.fits(from, ended)).isPresent();
            if (!found || chosen) {
                Condition condition = found ? Condition.UNREAD : condition(one, generation, begun, ended);
                found |= condition == Condition.GOOD;
                int lost = writes.map(came -> came.lostBefore(from)).orElse(0);
                looked.add(new Event.Looked(generation.name(), begun, ended, condition, lost, chosen));
            }
        }
        Backup backup = one.backup();
        return new Event.GenerationsLooked(
                backup.service(), backup.source().name(), listed.size(), writes.isPresent(), looked, backup.place());
    }

    private Condition condition(Repositories.Aside one, Generation generation, Duration begun, Duration ended) {
        boolean inPlace = !context.drill().effects().harms().isEmpty();
        if (inPlace && begun.compareTo(striking.doneAt()) >= 0) {
            return Condition.DAMAGED;
        }
        if (!one.copy().whole(generation)) {
            return Condition.NOT_WHOLE;
        }
        return inPlace && ended.compareTo(striking.begunAt()) > 0 ? Condition.UNSURE : Condition.GOOD;
    }
}
