/** Reads what the user typed, calls the library, prints what came of it. */
@NullMarked
package dev.blackstart.cli;

import org.jspecify.annotations.NullMarked;
