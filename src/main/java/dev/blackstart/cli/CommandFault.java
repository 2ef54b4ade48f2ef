package dev.blackstart.cli;

import dev.blackstart.environment.EngineException;
import dev.blackstart.terminal.SafeText;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells the user what went wrong and what to do; never a stack trace. */
final class CommandFault implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (e instanceof EngineException engine) {
            err.println(SafeText.lines("blackstart: " + engine.getMessage()));
            err.println(SafeText.lines("  HINT: " + engine.hint()));
            return ExitCode.NO_ENGINE;
        }
        if (e instanceof BadInput bad) {
            err.println(SafeText.lines("blackstart: " + bad.getMessage()));
            err.println(SafeText.lines("  HINT: " + bad.hint()));
            return ExitCode.BAD_INPUT;
        }
        if (e instanceof UncheckedIOException && e.getCause() instanceof FileSystemException) {
            err.println(SafeText.lines("blackstart: " + e.getMessage() + ": " + e.getCause()));
            err.println(
                    "  HINT: see whether it is there, whether you may read and write it, and whether its disk is full.");
            return ExitCode.INCONCLUSIVE;
        }
        err.println(SafeText.lines("blackstart: " + (e.getMessage() == null ? e.toString() : e.getMessage())));
        err.println("  HINT: this should not have happened; please report it with the command that you gave.");
        return ExitCode.INCONCLUSIVE;
    }
}
