/** The life of a run: how it is called, whether its owner lives, and what is done once it died or was told to end. */
@NullMarked
package dev.blackstart.run;

import org.jspecify.annotations.NullMarked;
