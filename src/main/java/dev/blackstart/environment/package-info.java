/** A replica of a system that lives and dies: hosts, the responder, and the base that they start from. */
@NullMarked
package dev.blackstart.environment;

import org.jspecify.annotations.NullMarked;
