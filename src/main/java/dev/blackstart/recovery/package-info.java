/** Carries out a runbook on the responder, with what the survivors can open and nothing else. */
@NullMarked
package dev.blackstart.recovery;

import org.jspecify.annotations.NullMarked;
