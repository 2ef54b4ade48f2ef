package dev.blackstart.cli;

import dev.blackstart.environment.Engine;
import dev.blackstart.terminal.SafeText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says whether this machine can run drills, and what is missing.")
final class DoctorVerb implements Callable<Integer> {
    private static final long GIB = 1L << 30;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Engine engine = Containers.connect()) {
            return report(spec.commandLine().getOut(), engine.facts());
        }
    }

    static int report(PrintWriter out, Engine.Facts facts) {
        out.println(SafeText.shown(
                "engine      %s %s, API %s".formatted(facts.name(), facts.version(), facts.apiVersion())));
        out.printf("cgroups     %s%n", facts.cgroups());
        out.printf("systemd     %s%n", facts.systemd().isEmpty() ? "cannot run here" : facts.systemd());
        if (facts.cgroups().equals("v1")) {
            out.println(
                    "            on cgroup v1 a unit whose child outlives its main process stops only when its whole");
            out.println("            TimeoutStopSec is over: give it a short one; cgroup v2 knows when it is empty");
        }
        out.printf(
                "machine     %d cores, %.1f GiB of memory, %s%n",
                facts.cores(),
                (double) facts.memoryBytes() / GIB,
                facts.freeDiskBytes() < 0
                        ? "free disk unknown"
                        : "%.1f GiB of disk free".formatted((double) facts.freeDiskBytes() / GIB));
        out.printf("base image  %s%n", facts.baseImage() ? "at hand" : "not there yet: made on the first run");
        if (facts.missing().isEmpty()) {
            out.println("This machine can run drills.");
            return ExitCode.PASSED;
        }
        facts.missing().forEach(missing -> out.println(SafeText.shown("missing     " + missing)));
        return ExitCode.NO_ENGINE;
    }
}
