package dev.blackstart.state;

import java.util.function.Predicate;

/**
 * Somebody who may see a damage, as people ask in life.
 *
 * @param sees whether he would be told that something is wrong
 */
record Look<T>(String called, Predicate<T> sees) {}
