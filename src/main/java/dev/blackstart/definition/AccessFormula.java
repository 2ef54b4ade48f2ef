package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.util.List;

/** Who can open a secret: a monotone formula over people, other secrets and hosts. */
public sealed interface AccessFormula {
    /** Opened by whoever is this person. */
    record ByPerson(String person, Place place) implements AccessFormula {}

    /** Opened by whoever can open that secret. */
    record BySecret(String secret, Place place) implements AccessFormula {}

    /** Opened by whatever runs on that host; no access for people, who may lose the host. */
    record ByHost(String host, Place place) implements AccessFormula {}

    /** Opened where at least {@code quorum} of the parts are; anyOf is a quorum of one, allOf of all. */
    record Quorum(int quorum, List<AccessFormula> of, Place place) implements AccessFormula {
        public Quorum {
            of = List.copyOf(of);
        }
    }
}
