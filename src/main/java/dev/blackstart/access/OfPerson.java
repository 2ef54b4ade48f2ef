package dev.blackstart.access;

import java.util.List;

/**
 * What one person opens.
 *
 * @param alone with no key but the person's own
 * @param together what it takes others for, who could not open it without this person
 */
public record OfPerson(String person, List<Alone> alone, List<Together> together) {
    public OfPerson {
        alone = List.copyOf(alone);
        together = List.copyOf(together);
    }

    /** @param path how, in the order in which the person would */
    public record Alone(String secret, List<PathStep> path) {
        public Alone {
            path = List.copyOf(path);
        }
    }

    /**
     * A secret that others open only with this person.
     *
     * @param others how few it takes
     * @param who some who are enough: each pick of this choice
     */
    public record Together(String secret, Bounds others, Choice who) {}
}
