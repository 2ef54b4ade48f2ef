package dev.blackstart.run;

import dev.blackstart.report.Report;
import java.nio.file.Path;

/**
 * A run whose reports are written.
 *
 * @param directory where they lie, as the reader would type it
 */
public record FinishedRun(Report report, Path directory) {}
