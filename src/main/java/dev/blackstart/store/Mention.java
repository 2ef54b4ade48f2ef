package dev.blackstart.store;

import java.util.Optional;

/**
 * A secret that a line of a script has to do with.
 *
 * @param secret empty: the text does not tell its name
 * @param at where in the line the name stands, or else the command
 * @param opens false: it is put in or changed
 */
public record Mention(Optional<String> secret, int at, boolean opens) {}
