/** Shows drills to the JUnit Platform as tests, so that an IDE, a build or the command line can run them alike. */
@NullMarked
package dev.blackstart.engine;

import org.jspecify.annotations.NullMarked;
