/** Carries out what a drill destroys. */
@NullMarked
package dev.blackstart.disaster;

import org.jspecify.annotations.NullMarked;
