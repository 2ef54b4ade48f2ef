package dev.blackstart.drill;

import java.nio.file.Path;

/**
 * How drills are run.
 *
 * @param reports where each run gets a directory of its own
 * @param quick leave the controls out; the report says that they proved nothing
 * @param keep leave the main attempt's replica up for a look
 * @param seed of everything that is drawn by chance
 */
public record RunOptions(Path reports, boolean quick, boolean keep, long seed) {}
