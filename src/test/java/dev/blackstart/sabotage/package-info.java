/** Recoveries that somebody broke: no drill may call them good, and each report has to name the cause. */
@NullMarked
package dev.blackstart.sabotage;

import org.jspecify.annotations.NullMarked;
