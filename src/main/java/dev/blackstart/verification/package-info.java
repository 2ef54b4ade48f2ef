/** Compares what came back with what was there: databases by themselves, and whatever else the drill asks. */
@NullMarked
package dev.blackstart.verification;

import org.jspecify.annotations.NullMarked;
