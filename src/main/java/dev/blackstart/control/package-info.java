/** Runs that show that a drill can fail: which of them a drill owes, what each changes, and what has to come of it. */
@NullMarked
package dev.blackstart.control;

import org.jspecify.annotations.NullMarked;
