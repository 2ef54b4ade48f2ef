package dev.blackstart.disaster;

import dev.blackstart.backup.BackupDamage;
import dev.blackstart.clock.SideBySide;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.Disaster;
import dev.blackstart.definition.Effects;
import dev.blackstart.environment.Replica;
import dev.blackstart.finding.Place;
import dev.blackstart.state.Damage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
    private final String mark;
    private final Consumer<String> seen;
    private final List<Survival> survivals = new ArrayList<>();

    /**
     * @param mark what everything of the workload's holds in its text; any unlikely text where there is no workload
     * @param seen is told what was destroyed, one sentence each, from what was seen of it
     */
    public Strike(Replica replica, Ticker ticker, RandomGenerator random, String mark, Consumer<String> seen) {
        this.replica = replica;
        this.ticker = ticker;
        this.random = random;
        this.mark = mark;
        this.seen = seen;
    }

    /** Something of what a disaster was to take is still there: nothing may be said of a recovery from it. */
    public record Survival(String what, Place place, String hint) {}

    /** What was looked for after the strike, and is still there. */
    public List<Survival> survivals() {
        return List.copyOf(survivals);
    }

    /** Strike, in the order of the drill; answers with the moment at which the first of them began to be felt. */
    public Duration all(List<Disaster> disasters) {
        return disasters.stream()
                .map(disaster -> moments(disaster))
                .flatMap(Collection::stream)
                .min(Duration::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("no disaster"));
    }

    private List<Duration> moments(Disaster disaster) {
        Effects effects = disaster.effects();
        List<Duration> moments = new ArrayList<>();
        if (!effects.hosts().isEmpty()) {
            moments.add(lose(effects.hosts(), disaster.place()));
        }
        if (!effects.gone().isEmpty()) {
            moments.add(without(effects.gone(), "gone, and with them their keys and what only they could open"));
        }
        if (!effects.keyless().isEmpty()) {
            moments.add(without(effects.keyless(), "there, without any key, and so without what only they could open"));
        }
        effects.harms().forEach(harm -> moments.add(damage(harm)));
        effects.spoiled().forEach(spoiled -> moments.add(spoil(spoiled)));
        return moments;
    }

    private Duration lose(Set<String> hosts, Place place) {
        SortedMap<String, Replica.Loss> losses = new ConcurrentSkipListMap<>();
        SideBySide.run(hosts.stream()
                .map(host -> (Runnable) () -> losses.put(host, replica.lose(host)))
                .toList());
        Duration first = losses.values().stream()
                .map(Replica.Loss::cutAt)
                .min(Duration::compareTo)
                .orElseThrow();
        Replica.Traces traces = replica.look(losses.keySet());
        long after = ticker.elapsed().minus(first).toMillis();
        String names = String.join(", ", losses.keySet());
        if (!traces.gone().isEmpty()) {
            seen.accept("%s: network cut; looked for %d ms after the strike, and gone: %s"
                    .formatted(names, after, String.join(", ", traces.gone())));
        }
        traces.left().forEach(what -> left(names, what, place));
        traces.shared().forEach((volume, others) -> shared(names, volume, others, place));
        return first;
    }

    private void left(String hosts, String what, Place place) {
        String sentence = "the loss of %s did not take everything: the engine still has %s".formatted(hosts, what);
        seen.accept(sentence);
        survivals.add(new Survival(sentence, place, "run the drill again; where it stays, look what uses it"));
    }

    private void shared(String hosts, String volume, Set<String> others, Place place) {
        String mounting = String.join(", ", new TreeSet<>(others));
        String sentence = "the loss of %s did not take the volume %s: %s stands and mounts it too"
                .formatted(hosts, volume, mounting);
        seen.accept(sentence);
        survivals.add(new Survival(
                sentence,
                place,
                "lose %s as well, or give each host volumes of its own in compose.yaml".formatted(mounting)));
    }

    /** Their keys never reach the responder: there is nothing else of them in the replica. */
    private Duration without(Set<String> people, String how) {
        Duration at = ticker.elapsed();
        seen.accept(String.join(", ", new TreeSet<>(people)) + ": " + how);
        return at;
    }

    private Duration damage(Effects.Harm harm) {
        Damage.Seen damage = harm.damage()
                .carryOut(new Damage.Target(
                        replica.host(harm.held().host()), harm.held().state(), mark, chance(harm.seed()), ticker));
        seen.accept(damage.what());
        return damage.at();
    }

    private Duration spoil(Effects.Spoiled spoiled) {
        String keeper = spoiled.backup().service();
        BackupDamage.Seen damage = spoiled.damage()
                .carryOut(new BackupDamage.Target(
                        replica.host(keeper),
                        replica.host(spoiled.damage().from().orElse(keeper)),
                        spoiled.backup().source(),
                        chance(spoiled.seed()),
                        ticker));
        seen.accept(damage.what());
        return damage.at();
    }

    private RandomGenerator chance(Optional<Long> seed) {
        return seed.<RandomGenerator>map(Random::new).orElse(random);
    }
}
