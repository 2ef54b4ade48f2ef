/** Families of kinds: one class a kind, found by the word that definitions use for it. */
@NullMarked
package dev.blackstart.kind;

import org.jspecify.annotations.NullMarked;
