/** Makes an environment from nothing by its own runbook, once, and keeps it as the base that every drill starts from. */
@NullMarked
package dev.blackstart.commission;

import org.jspecify.annotations.NullMarked;
