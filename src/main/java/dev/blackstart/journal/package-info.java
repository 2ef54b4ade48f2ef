/** What happened, in the order in which it happened: written as it happens, and all that a verdict or report rests on. */
@NullMarked
package dev.blackstart.journal;

import org.jspecify.annotations.NullMarked;
