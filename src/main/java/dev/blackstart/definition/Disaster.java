package dev.blackstart.definition;

import dev.blackstart.backup.BackupDamage;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.finding.Place;
import dev.blackstart.state.Damage;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a drill destroys: closed over what is lost, open over how state is damaged. */
public sealed interface Disaster {
    /** Where the drill says so. */
    Place place();

    /** What it takes, by which alone it is carried out and judged. */
    Effects effects();

    /** Say what is to happen, in the words of a plan. */
    String sentence();

    /** These hosts are gone, with their volumes. A lost site is the loss of each of its hosts. */
    record HostsLost(Set<String> hosts, Place place) implements Disaster {
        public HostsLost {
            hosts = Ordered.copy(hosts);
        }

        @Override
        public Effects effects() {
            return Effects.ofHosts(hosts);
        }

        @Override
        public String sentence() {
            return are(hosts) + " gone, volumes included";
        }
    }

    /** Whatever only these people could open is withheld, so an undocumented secret stops the restore. */
    record PeopleLost(Set<String> people, Place place) implements Disaster {
        public PeopleLost {
            people = Ordered.copy(people);
        }

        @Override
        public Effects effects() {
            return Effects.ofGone(people);
        }

        @Override
        public String sentence() {
            return are(people) + " gone";
        }
    }

    /** These people are there, but their keys, their shares and their laptops are gone. */
    record AccessLost(Set<String> people, Place place) implements Disaster {
        public AccessLost {
            people = Ordered.copy(people);
        }

        @Override
        public Effects effects() {
            return Effects.ofKeyless(people);
        }

        @Override
        public String sentence() {
            return "the keys, shares and laptops of %s are gone".formatted(String.join(", ", new TreeSet<>(people)));
        }
    }

    /**
     * Something that a host holds is damaged in place.
     *
     * @param seed of what is left to chance; empty: it is drawn anew for each attempt of a run
     */
    record StateDamaged(Held held, Damage damage, Optional<Long> seed, Place place) implements Disaster {
        @Override
        public Effects effects() {
            return Effects.of(new Effects.Harm(held, damage, seed));
        }

        @Override
        public String sentence() {
            return damage.sentence(held.host());
        }
    }

    /**
     * Backups are damaged where they lie, or no longer made.
     *
     * @param seed of what is left to chance; empty: it is drawn anew for each attempt of a run
     */
    record BackupsSpoiled(Backup backup, BackupDamage damage, Optional<Long> seed, Place place) implements Disaster {
        @Override
        public Effects effects() {
            return Effects.of(new Effects.Spoiled(backup, damage, seed));
        }

        @Override
        public String sentence() {
            return damage.sentence(backup.service() + ":" + backup.source().name());
        }
    }

    private static String are(Set<String> names) {
        return String.join(", ", new TreeSet<>(names)) + (names.size() == 1 ? " is" : " are");
    }
}
