/** Where artefacts differ from what they should be: their own lists and rules, or an inventory; pure. */
@NullMarked
package dev.blackstart.drift;

import org.jspecify.annotations.NullMarked;
