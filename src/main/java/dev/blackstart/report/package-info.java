/** Tells what a run came to: to scripts, browsers, pull requests, build servers and terminals. */
@NullMarked
package dev.blackstart.report;

import org.jspecify.annotations.NullMarked;
