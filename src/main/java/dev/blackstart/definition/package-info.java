/** What the files say, as immutable records; everything wrong with them, as problems with a place and a hint. */
@NullMarked
package dev.blackstart.definition;

import org.jspecify.annotations.NullMarked;
