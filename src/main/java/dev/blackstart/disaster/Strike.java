package dev.blackstart.disaster;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.Disaster;
import dev.blackstart.definition.Effects;
import dev.blackstart.environment.Replica;
import dev.blackstart.state.Damage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Carries out disasters on a replica, by what they take. */
public final class Strike {
    private final Replica replica;
    private final Ticker ticker;
    private final RandomGenerator random;
    private final Consumer<String> seen;

    /** @param seen is told what was destroyed, one sentence each, from what was seen of it */
    public Strike(Replica replica, Ticker ticker, RandomGenerator random, Consumer<String> seen) {
        this.replica = replica;
        this.ticker = ticker;
        this.random = random;
        this.seen = seen;
    }

    /** Strike, in the order of the drill; answers with the moment at which the first of them began to be felt. */
    public Duration all(List<Disaster> disasters) {
        return disasters.stream()
                .map(disaster -> moments(disaster.effects()))
                .flatMap(Collection::stream)
                .min(Duration::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("no disaster"));
    }

    private List<Duration> moments(Effects effects) {
        List<Duration> moments = new ArrayList<>();
        if (!effects.hosts().isEmpty()) {
            moments.add(lose(effects.hosts()));
        }
        if (!effects.people().isEmpty()) {
            moments.add(withoutPeople(effects.people()));
        }
        effects.harms().forEach(harm -> moments.add(damage(harm)));
        return moments;
    }

    private Duration lose(Set<String> hosts) {
        SortedMap<String, Replica.Loss> losses = new ConcurrentSkipListMap<>();
        SideBySide.run(hosts.stream()
                .map(host -> (Runnable) () -> losses.put(host, replica.lose(host)))
                .toList());
        Duration first = losses.values().stream()
                .map(Replica.Loss::cutAt)
                .min(Duration::compareTo)
                .orElseThrow();
        Duration last = losses.values().stream()
                .map(Replica.Loss::goneAt)
                .max(Duration::compareTo)
                .orElseThrow();
        seen.accept("%s: network cut, killed, removed with its volumes; gone %d ms after the strike"
                .formatted(String.join(", ", losses.keySet()), last.minus(first).toMillis()));
        return first;
    }

    /** Their keys never reach the responder: there is nothing else of them in the replica. */
    private Duration withoutPeople(Set<String> people) {
        Duration at = ticker.elapsed();
        seen.accept(String.join(", ", new TreeSet<>(people))
                + ": gone, and with them their keys and what only they could open");
        return at;
    }

    private Duration damage(Effects.Harm harm) {
        Damage.Seen damage = harm.damage()
                .carryOut(replica.host(harm.held().host()), harm.held().state(), random, ticker);
        seen.accept(damage.what());
        return damage.at();
    }
}
