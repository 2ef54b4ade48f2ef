/** Where secrets are kept: one class a kind, which alone knows its tool; and the keys by which people open them. */
@NullMarked
package dev.blackstart.store;

import org.jspecify.annotations.NullMarked;
