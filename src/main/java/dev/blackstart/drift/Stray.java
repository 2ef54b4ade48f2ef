package dev.blackstart.drift;

import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who opens what they should not, or does not open what they should: by lists, rules, or the inventory.
 *
 * @param opens secrets that nobody names them for: of somebody who left, mostly
 * @param lacks secrets that they are named for and cannot open: of somebody who came, mostly
 */
public record Stray(String person, Set<String> opens, Set<String> lacks) {
    Stray(String person) {
        this(person, new TreeSet<>(), new TreeSet<>());
    }
}
