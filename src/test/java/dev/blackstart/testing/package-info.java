/** Fakes that tests of several packages share. */
@NullMarked
package dev.blackstart.testing;

import org.jspecify.annotations.NullMarked;
