/** What somebody must act on, or know, and where it stands in a file. */
@NullMarked
package dev.blackstart.finding;

import org.jspecify.annotations.NullMarked;
