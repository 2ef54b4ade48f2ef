package dev.blackstart.artefact;

import dev.blackstart.finding.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rule of {@code .sops.yaml}: to which keys the files are to be encrypted that it is for.
 *
 * @param pathRegex matched against the file's path below the rules; empty: for every file
 * @param threshold how many of the groups are needed together; empty where the rule leaves it to sops (all of them)
 * @param encrypts a pattern of the fields whose values are encrypted; empty where that is no choice of the rule's
 * @param understood whether the groups are all that the rule says; where not, a finding says what is not
 */
public record CreationRule(
        Optional<String> pathRegex,
        List<List<Slot>> groups,
        Optional<Integer> threshold,
        Optional<Pattern> encrypts,
        boolean understood,
        Place place) {
    public CreationRule {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** Says how many of the groups are needed together. */
    public int needed() {
        return groups.size() < 2 ? 1 : threshold.filter(t -> t > 0).orElse(groups.size());
    }
}
