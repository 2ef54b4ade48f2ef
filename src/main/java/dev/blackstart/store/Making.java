package dev.blackstart.store;

import java.util.Optional;
import java.util.SortedSet;

/**
 * A secret that a store is to hold.
 *
 * @param generator empty: somebody else puts it in
 * @param people who are to open it
 */
public record Making(String name, Optional<Generator> generator, SortedSet<String> people) {}
