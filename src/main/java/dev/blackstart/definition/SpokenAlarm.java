package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A command, run as root, whose output names the damage: any failure would not do.
 *
 * @param expect what is said of the damage only
 */
public record SpokenAlarm(String service, String run, String expect) implements Alarm {
    private static final int LONGEST_EVIDENCE = 300;
    private static final String WITHOUT_TOOLS = "PATH=/nowhere\n";

    @Override
    public Optional<Request> request() {
        return Optional.empty();
    }

    @Override
    public Heard hear(String name, Check.Means means, Duration within) {
        String said = said(means, run, within);
        return said.contains(expect) ? new Heard(true, line(said)) : new Heard(false, "said: " + tail(said));
    }

    /** Where it finds none of its tools, too. */
    @Override
    public List<Supplier<Optional<String>>> silences(String name, Check.Means means, Duration within) {
        return List.of(
                () -> spoken(said(means, run, within), ""),
                () -> spoken(said(means, WITHOUT_TOOLS + run, within), "without its tools, "));
    }

    private Optional<String> spoken(String said, String where) {
        return said.contains(expect) ? Optional.of(where + "it said: " + line(said)) : Optional.empty();
    }

    private String said(Check.Means means, String script, Duration within) {
        Optional<Host> host = means.host(service);
        if (host.isEmpty()) {
            return "there is no host " + service;
        }
        Outcome outcome =
                host.get().run(Command.as("root", "bash", "-c", script).within(within));
        return outcome.out() + outcome.err();
    }

    private String line(String said) {
        return said.lines()
                .filter(line -> line.contains(expect))
                .findFirst()
                .orElse(expect)
                .strip();
    }

    private static String tail(String said) {
        String text = said.strip();
        return text.length() <= LONGEST_EVIDENCE ? text : "…" + text.substring(text.length() - LONGEST_EVIDENCE);
    }
}
