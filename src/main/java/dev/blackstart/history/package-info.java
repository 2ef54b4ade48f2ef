/** A journal read as attempts, steps and openings: what happened, before anybody says what it is worth. */
@NullMarked
package dev.blackstart.history;

import org.jspecify.annotations.NullMarked;
