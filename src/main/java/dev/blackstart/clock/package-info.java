/** The one clock of a run: deadlines, waits and things done side by side. */
@NullMarked
package dev.blackstart.clock;

import org.jspecify.annotations.NullMarked;
