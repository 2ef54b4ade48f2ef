package dev.blackstart.access;

import dev.blackstart.definition.Ordered;
import java.util.Set;

/**
 * One thing whose loss alone locks something out, whoever else is there.
 *
 * @param secrets that can then not be opened
 * @param runbooks that can then not be followed
 */
public record SinglePoint(Kind kind, String name, Set<String> secrets, Set<String> runbooks) {
    public SinglePoint {
        secrets = Ordered.copy(secrets);
        runbooks = Ordered.copy(runbooks);
    }

    /** What is lost. A store lies at a site if a service of the environment runs it. */
    public enum Kind {
        PERSON,
        SITE,
        PROVIDER,
        JURISDICTION,
        STORE
    }
}
