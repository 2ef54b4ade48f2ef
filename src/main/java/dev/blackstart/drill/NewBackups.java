package dev.blackstart.drill;

import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.environment.Replica;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees before the disaster which backups come by themselves: only those can be missed afterwards. */
final class NewBackups {
    /** At least so long is waited for the next one: a machine that recovers is busy. */
    private static final Duration AT_LEAST = Duration.ofMinutes(1);

    private final Replica replica;
    private final List<Backup> backups;
    private final Map<Backup, Instant> newest = new HashMap<>();
    private final Map<Backup, Duration> cameWithin;

    /** @param cameWithin what is known of it already, and learned here */
    NewBackups(Replica replica, List<Backup> backups, Map<Backup, Duration> cameWithin) {
        this.replica = replica;
        this.backups = List.copyOf(backups);
        this.cameWithin = cameWithin;
    }

    /** Look at what there is when the system begins to be watched. */
    void look() {
        backups.forEach(backup -> newest(backup).ifPresent(moment -> newest.put(backup, moment)));
    }

    /** Look again after this time. */
    void lookAgain(Duration passed) {
        for (Backup backup : backups) {
            Instant before = newest.getOrDefault(backup, Instant.MIN);
            if (newest(backup).filter(before::isBefore).isPresent()) {
                cameWithin.putIfAbsent(backup, passed);
            }
        }
    }

    /** How long the next one may take; empty: nobody said so, and none came by itself while the system was watched. */
    Optional<Duration> within(Backup backup) {
        return backup.everyNewWithin()
                .or(() -> Optional.ofNullable(cameWithin.get(backup))
                        .map(passed -> passed.multipliedBy(2))
                        .map(twice -> twice.compareTo(AT_LEAST) < 0 ? AT_LEAST : twice));
    }

    /** When the newest was written; empty: there is none, or nobody can look. */
    Optional<Instant> newest(Backup backup) {
        return replica.stands(backup.service())
                ? backup.source().newest(replica.host(backup.service()))
                : Optional.empty();
    }
}
