/** Where backups lie, and how they are spoiled: one class a kind, which alone knows how they are kept. */
@NullMarked
package dev.blackstart.backup;

import org.jspecify.annotations.NullMarked;
