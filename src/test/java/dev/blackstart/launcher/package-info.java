/** Runs the launcher and the scripts beside it, with stand-ins for Java, Maven and the engine on their path. */
@NullMarked
package dev.blackstart.launcher;

import org.jspecify.annotations.NullMarked;
