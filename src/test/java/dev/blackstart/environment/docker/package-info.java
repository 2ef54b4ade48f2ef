/** Tests of the engine's adapter. */
@NullMarked
package dev.blackstart.environment.docker;

import org.jspecify.annotations.NullMarked;
