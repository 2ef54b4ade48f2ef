/** Composes the stages into a drill: the only package that knows all of them. */
@NullMarked
package dev.blackstart.drill;

import org.jspecify.annotations.NullMarked;
