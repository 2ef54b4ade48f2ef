/** Who can open what: an inventory's access formulas, and the exact numbers that follow from them; pure. */
@NullMarked
package dev.blackstart.access;

import org.jspecify.annotations.NullMarked;
