package dev.blackstart.cli;

import dev.blackstart.terminal.SafeText;
import java.io.PrintWriter;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Words a mistake in the command line like any other fault. */
final class UsageFault implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        String message = String.valueOf(e.getMessage());
        err.println(SafeText.lines(
                "blackstart: " + message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1)));
        err.println("  HINT: see `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help`.");
        return ExitCode.BAD_INPUT;
    }
}
