package dev.blackstart.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the command line. */
@Command(
        name = "blackstart",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Drills the recovery of a system: destroys parts of a replica, lets the survivors rebuild it"
                + " from backups with nothing but the documented runbook and the documented secrets, and reports.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AccessVerb.class,
            RunVerb.class,
            DetectVerb.class,
            StageVerb.class,
            ValidateVerb.class,
            ListVerb.class,
            CleanVerb.class,
            DoctorVerb.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all passed",
            "1:a drill failed, or a bus factor is lower than was asked for",
            "2:inconclusive: something could not be run or told",
            "64:bad usage or definition",
            "69:no container engine",
            "130:interrupted"
        })
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(new UsageFault());
        line.setExecutionExceptionHandler(new CommandFault());
        return line;
    }
}
