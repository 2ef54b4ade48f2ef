/** What a host holds and must come back, and how it is damaged: one class a kind, one class a damage. */
@NullMarked
package dev.blackstart.state;

import org.jspecify.annotations.NullMarked;
