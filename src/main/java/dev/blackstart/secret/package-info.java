/** Holds secret values as values of their own type, and keeps them out of everything that is stored or shown. */
@NullMarked
package dev.blackstart.secret;

import org.jspecify.annotations.NullMarked;
