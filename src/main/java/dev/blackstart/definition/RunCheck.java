package dev.blackstart.definition;

import dev.blackstart.definition.Check.Result.Said;
import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.finding.Place;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.terminal.Excerpt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A command on a host or on the survivors' workstation, run as root.
 *
 * @param expect what its output must hold; empty: the command must succeed, and say what it said before the disaster
 */
public record RunCheck(String name, String service, String run, Optional<String> expect, Place place) implements Check {
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final String WITHOUT_TOOLS = "PATH=/nowhere\n";

    @Override
    public Optional<Request> request() {
        return Optional.empty();
    }

    @Override
    public boolean remembers() {
        return expect.isEmpty();
    }

    @Override
    public Result carryOut(Means means) {
        Optional<Host> host = means.host(service);
        if (host.isEmpty()) {
            return new Result(Said.NOTHING, "there is no host " + service);
        }
        Outcome outcome = host.get().run(Command.as("root", "bash", "-c", run).within(WITHIN));
        String said = outcome.out() + outcome.err();
        if (!outcome.ended()) {
            return new Result(Said.NOTHING, "it came to no end within a minute: " + Excerpt.line(said));
        }
        return expect.map(text -> holding(said, text)).orElseGet(() -> compared(outcome, said, means));
    }

    /** What it says it must not say where it finds none of its tools. Paths are found there all the same. */
    @Override
    public Optional<String> indifferent(Means means) {
        Optional<Host> host = means.host(service).filter(standing -> !run.contains("/"));
        return host.map(standing -> standing.run(
                        Command.as("root", "bash", "-c", WITHOUT_TOOLS + run).within(WITHIN)))
                .map(bare -> bare.out() + bare.err())
                .filter(said -> expect.map(said::contains).orElseGet(() -> saysTheSame(host.get(), said)))
                .map(said -> "it says so where it finds none of its tools, too: " + Excerpt.line(said));
    }

    private boolean saysTheSame(Host host, String bare) {
        Outcome outcome = host.run(Command.as("root", "bash", "-c", run).within(WITHIN));
        return outcome.exitCode() == 0 && bare.equals(outcome.out() + outcome.err());
    }

    private static Result holding(String said, String text) {
        return said.contains(text)
                ? new Result(Said.YES, Excerpt.line(line(said, text)))
                : new Result(Said.NO, "expected \"%s\", found \"%s\"".formatted(text, Excerpt.line(said)));
    }

    private static String line(String said, String text) {
        return said.lines().filter(line -> line.contains(text)).findFirst().orElse(text);
    }

    private Result compared(Outcome outcome, String said, Means means) {
        String failure = outcome.exitCode() == 0 ? "" : "exit code " + outcome.exitCode() + ": ";
        if (!means.struck()) {
            if (!failure.isEmpty() || said.isBlank() || !outcome.whole()) {
                return new Result(
                        Said.NOTHING,
                        "before the disaster it said nothing to compare: " + failure + Excerpt.line(said));
            }
            means.remember(name, said);
        }
        Optional<String> before = means.before(name);
        if (before.isEmpty()) {
            return new Result(Said.NOTHING, "before the disaster it did not say the same each time");
        }
        return failure.isEmpty() && before.get().equals(said)
                ? new Result(Said.YES, "as before: " + Excerpt.line(said))
                : new Result(Said.NO, failure + difference(before.get(), said));
    }

    private static String difference(String before, String now) {
        List<String> then = before.lines().toList();
        List<String> lines = now.lines().toList();
        int at = 0;
        while (at < then.size() && at < lines.size() && then.get(at).equals(lines.get(at))) {
            at++;
        }
        return "line %d was %s, and is %s".formatted(at + 1, shown(then, at), shown(lines, at));
    }

    private static String shown(List<String> lines, int at) {
        return at < lines.size() ? "\"" + Excerpt.line(lines.get(at)) + "\"" : "not there";
    }
}
