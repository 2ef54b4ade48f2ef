package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.util.Set;

/** Everything a drill can destroy; a new kind fails compilation until every {@link Cases} handles it. */
public sealed interface Disaster {
    <R> R match(Cases<R> cases);

    /** Java 17 has no exhaustive pattern {@code switch}; this is ours. */
    interface Cases<R> {
        R systemLoss(SystemLoss loss);

        R personnelLoss(PersonnelLoss loss);

        R databaseCorruption(DatabaseCorruption corruption);
    }

    /** These hosts are gone, with their volumes. A lost site is the loss of each of its hosts. */
    record SystemLoss(Set<String> services, Place place) implements Disaster {
        public SystemLoss {
            services = Ordered.copy(services);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.systemLoss(this);
        }
    }

    /** Whatever only these people could open is withheld, so an undocumented secret stops the restore. */
    record PersonnelLoss(Set<String> people, Place place) implements Disaster {
        public PersonnelLoss {
            people = Ordered.copy(people);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.personnelLoss(this);
        }
    }

    /** Bytes of a heap page that nobody has read lately are flipped in this table's file. */
    record DatabaseCorruption(String service, String table, Place place) implements Disaster {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.databaseCorruption(this);
        }
    }
}
