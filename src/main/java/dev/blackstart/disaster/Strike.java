package dev.blackstart.disaster;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.Disaster;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Service;
import dev.blackstart.environment.Replica;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Carries out disasters on a replica; each answers with the moment at which it began to be felt. */
public final class Strike implements Disaster.Cases<Duration> {
    private final Replica replica;
    private final EnvironmentDefinition environment;
    private final Ticker ticker;
    private final RandomGenerator random;
    private final Consumer<String> damage;

    /** @param damage is told what was destroyed, one sentence each */
    public Strike(
            Replica replica,
            EnvironmentDefinition environment,
            Ticker ticker,
            RandomGenerator random,
            Consumer<String> damage) {
        this.replica = replica;
        this.environment = environment;
        this.ticker = ticker;
        this.random = random;
        this.damage = damage;
    }

    /** Strike; the first moment of all is the strike of the run. */
    public Duration all(List<Disaster> disasters) {
        return disasters.stream()
                .map(disaster -> disaster.match(this))
                .min(Duration::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("no disaster"));
    }

    @Override
    public Duration systemLoss(Disaster.SystemLoss loss) {
        var losses = new ConcurrentLinkedQueue<Replica.Loss>();
        SideBySide.run(loss.services().stream()
                .map(service -> (Runnable) () -> losses.add(replica.lose(service)))
                .toList());
        Duration first = losses.stream()
                .map(Replica.Loss::cutAt)
                .min(Duration::compareTo)
                .orElseThrow();
        Duration last = losses.stream()
                .map(Replica.Loss::goneAt)
                .max(Duration::compareTo)
                .orElseThrow();
        damage.accept("%s: network cut, killed, removed with its volumes; gone %d ms after the strike"
                .formatted(
                        String.join(", ", new TreeSet<>(loss.services())),
                        last.minus(first).toMillis()));
        return first;
    }

    /** Their keys never reach the responder: there is nothing else of them in the replica. */
    @Override
    public Duration personnelLoss(Disaster.PersonnelLoss loss) {
        Duration at = ticker.elapsed();
        damage.accept(loss.people().stream().sorted().collect(Collectors.joining(", "))
                + ": gone, and with them their keys and what only they could open");
        return at;
    }

    @Override
    public Duration databaseCorruption(Disaster.DatabaseCorruption corruption) {
        String database = environment.services().values().stream()
                .filter(service -> service.name().equals(corruption.service()))
                .flatMap(service -> service.database().stream())
                .map(Service.Database::name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(corruption.service() + " has no database"));
        Duration at = ticker.elapsed();
        damage.accept(new PageFlip(replica.host(corruption.service()), database, corruption.table()).flip(random));
        return at;
    }
}
