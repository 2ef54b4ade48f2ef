package dev.blackstart.drill;

import dev.blackstart.backup.BackupException;
import dev.blackstart.backup.Generation;
import dev.blackstart.backup.Repository;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.secret.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks repositories which generations they have; what none of them could say is told. */
final class Repositories {
    private final AttemptContext context;

    Repositories(AttemptContext context) {
        this.context = context;
    }

    /**
     * A repository as it was at a moment.
     *
     * @param now that moment by the clock of its host
     * @param from the same on the run's ticker, at the earliest
     * @param until at the latest
     */
    record Aside(Backup backup, Repository.Copy copy, Instant now, Duration from, Duration until) {
        /** That moment of a generation on the run's ticker, at the earliest. */
        Duration earliest(Instant moment) {
            return from.minus(Duration.between(moment, now));
        }

        Duration latest(Instant moment) {
            return until.minus(Duration.between(moment, now));
        }
    }

    /** All that say which generations they have, and whose host stands. */
    List<Backup> all() {
        return context.drill().environment().backups().stream()
                .filter(backup -> backup.source().repository().isPresent())
                .filter(backup -> context.replica().stands(backup.service()))
                .toList();
    }

    Optional<Aside> keep(Backup backup) {
        Repository repository = backup.source().repository().orElseThrow();
        Host host = context.replica().host(backup.service());
        Duration from = context.ticker().elapsed();
        Outcome clock = host.run(Command.as("root", "date", "+%s.%N"));
        Duration until = context.ticker().elapsed();
        return told(
                backup,
                () -> new Aside(backup, repository.copy(host, passphrase(repository)), now(clock), from, until));
    }

    private static Instant now(Outcome clock) {
        BigDecimal exact = new BigDecimal(clock.out().strip());
        return Instant.ofEpochSecond(0, exact.movePointRight(9).longValue());
    }

    private String passphrase(Repository repository) {
        return repository
                .passphrase()
                .map(name -> context.run().secrets().documented().get(name))
                .map(Secret::reveal)
                .orElse("");
    }

    /** What a repository says; empty: it could not, and that is told. */
    <T> Optional<T> told(Backup backup, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (BackupException | NumberFormatException e) {
            context.record(new Event.Untold(
                    UntoldCode.REPOSITORY_UNREADABLE,
                    String.valueOf(e.getMessage()),
                    backup.place(),
                    "see under backups whether its kind, its path and its passphrase are right, and whether its tool is"
                            + " installed on the host that keeps it"));
            return Optional.empty();
        }
    }

    /** The generations of one that was kept. */
    Optional<List<Generation>> listed(Aside kept) {
        return told(kept.backup(), () -> kept.copy().listed());
    }
}
