/** Watches from outside: the run's clock, waits that end, probes, and the ledger of acknowledged writes. */
@NullMarked
package dev.blackstart.observe;

import org.jspecify.annotations.NullMarked;
