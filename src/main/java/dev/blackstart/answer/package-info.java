/** Says who can open what, to people and to programs: table, JSON, Markdown, DOT, SVG, SARIF; pure. */
@NullMarked
package dev.blackstart.answer;

import org.jspecify.annotations.NullMarked;
