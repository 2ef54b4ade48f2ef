/** A machine as whoever works on it sees it: a command goes in, an outcome comes out. */
@NullMarked
package dev.blackstart.machine;

import org.jspecify.annotations.NullMarked;
