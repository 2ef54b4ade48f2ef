/** The container engine behind the ports, and the only user of docker-java. */
@NullMarked
package dev.blackstart.environment.docker;

import org.jspecify.annotations.NullMarked;
