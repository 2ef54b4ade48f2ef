package dev.blackstart.definition;

import dev.blackstart.backup.BackupDamage;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.state.Damage;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What disasters take. Nobody asks which disaster it was: what must be seen in a run follows from this.
 *
 * @param gone people who are not there any more
 * @param keyless people who are there, and have no key any more
 */
public record Effects(
        Set<String> hosts, Set<String> gone, Set<String> keyless, List<Harm> harms, List<Spoiled> spoiled) {
    public Effects {
        hosts = Ordered.copy(hosts);
        gone = Ordered.copy(gone);
        keyless = Ordered.copy(keyless);
        harms = List.copyOf(harms);
        spoiled = List.copyOf(spoiled);
    }

    /**
     * A state and what is done to it.
     *
     * @param seed of what is left to chance; empty: the run's
     */
    public record Harm(Held held, Damage damage, Optional<Long> seed) {}

    /**
     * Backups and what is done to them.
     *
     * @param seed of what is left to chance; empty: the run's
     */
    public record Spoiled(Backup backup, BackupDamage damage, Optional<Long> seed) {}

    static Effects ofHosts(Set<String> hosts) {
        return new Effects(hosts, Set.of(), Set.of(), List.of(), List.of());
    }

    static Effects ofGone(Set<String> people) {
        return new Effects(Set.of(), people, Set.of(), List.of(), List.of());
    }

    static Effects ofKeyless(Set<String> people) {
        return new Effects(Set.of(), Set.of(), people, List.of(), List.of());
    }

    static Effects of(Harm harm) {
        return new Effects(Set.of(), Set.of(), Set.of(), List.of(harm), List.of());
    }

    static Effects of(Spoiled spoiled) {
        return new Effects(Set.of(), Set.of(), Set.of(), List.of(), List.of(spoiled));
    }

    /** All of several. */
    static Effects of(Collection<Disaster> disasters) {
        Set<String> hosts = new LinkedHashSet<>();
        Set<String> gone = new LinkedHashSet<>();
        Set<String> keyless = new LinkedHashSet<>();
        Stream.Builder<Harm> harms = Stream.builder();
        Stream.Builder<Spoiled> spoiled = Stream.builder();
        for (Disaster disaster : disasters) {
            Effects effects = disaster.effects();
            hosts.addAll(effects.hosts());
            gone.addAll(effects.gone());
            keyless.addAll(effects.keyless());
            effects.harms().forEach(harms);
            effects.spoiled().forEach(spoiled);
        }
        return new Effects(
                hosts, gone, keyless, harms.build().toList(), spoiled.build().toList());
    }

    /** The people with whose keys nobody recovers. */
    public Set<String> people() {
        Set<String> people = new LinkedHashSet<>(gone);
        people.addAll(keyless);
        return people;
    }

    /** The hosts that are lost, or of which something is damaged: what is to be recovered. */
    public Set<String> struck() {
        Set<String> struck = new LinkedHashSet<>(hosts);
        harms.forEach(harm -> struck.add(harm.held().host()));
        return struck;
    }

    /** Whether a probe must see it: what answered is gone, or answers no more. */
    public boolean stopsService() {
        return !hosts.isEmpty()
                || harms.stream().anyMatch(harm -> harm.damage().detector().isEmpty());
    }

    /**
     * Whether a recovery without a backup must fail: a host's files are data, too, but not those of one that has no volumes and
     * holds nothing, such as a server that fetches all it needs.
     */
    public boolean needsBackup(Map<String, Service> services) {
        return hosts.stream().map(services::get).anyMatch(service -> service != null && service.holdsData())
                || harms.stream().anyMatch(harm -> harm.damage().needsBackup());
    }

    /**
     * What must notice it, as no probe will, such as {@code pg_amcheck}. Spoiled backups are met by whoever recovers from
     * something else; where nothing else is destroyed, somebody has to be told.
     */
    public Optional<String> detector() {
        return hosts.isEmpty() && harms.isEmpty()
                ? spoiled.stream().map(one -> one.damage().detector()).findFirst()
                : harms.stream()
                        .flatMap(harm -> harm.damage().detector().stream())
                        .findFirst();
    }
}
