package dev.blackstart.definition;

import java.util.Set;

/** Somebody who may hold keys. */
public record Person(String name, Set<String> roles, Place place) {
    public Person {
        roles = Ordered.copy(roles);
    }
}
