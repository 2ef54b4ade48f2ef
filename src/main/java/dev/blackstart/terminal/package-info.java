/** Text for people: what a terminal can show of it, in which width and colours, and the words that all pages share. */
@NullMarked
package dev.blackstart.terminal;

import org.jspecify.annotations.NullMarked;
