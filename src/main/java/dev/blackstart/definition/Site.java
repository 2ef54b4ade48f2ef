package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.util.Optional;

/**
 * A place where hosts stand, and whose account buys and opens them.
 *
 * @param account the secret that the provider asks for before it sells a host or shows a console
 */
public record Site(String name, String provider, String account, Optional<String> jurisdiction, Place place) {}
