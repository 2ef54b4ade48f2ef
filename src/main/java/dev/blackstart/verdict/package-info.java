/** What a run's history amounts to: a pure function from the journal to a verdict, its findings and the actuals. */
@NullMarked
package dev.blackstart.verdict;

import org.jspecify.annotations.NullMarked;
