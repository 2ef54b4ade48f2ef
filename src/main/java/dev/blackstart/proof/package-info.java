/** Asks people to prove that the keys by which an inventory knows them still open something, and reads what they answered. */
@NullMarked
package dev.blackstart.proof;

import org.jspecify.annotations.NullMarked;
