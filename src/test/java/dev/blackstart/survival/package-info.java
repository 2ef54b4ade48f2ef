/** Kills, interrupts and starves real runs of the command line, and looks at what is left. */
@NullMarked
package dev.blackstart.survival;

import org.jspecify.annotations.NullMarked;
