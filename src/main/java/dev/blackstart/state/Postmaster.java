package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server that runs, by its first process.
 *
 * @param data its directory
 * @param programs the directory of its programs
 * @param log where it says what befalls it
 * @param unit of systemd, which starts it; empty: there is none
 */
record Postmaster(Host host, String data, String process, String programs, String log, String unit) {
    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final String SCRIPT = "postgresql-server.sh";
    private static final String END = "end";

    static Postmaster of(Host host, Psql psql) {
        Outcome told = host.run(psql.command().with("show data_directory;"));
        String data = told.out().strip();
        if (!told.succeeded() || data.isEmpty()) {
            throw new DamageException(
                    "the directory of the server cannot be found", told.err().strip());
        }
        List<String> lines = lines(bash(host, SCRIPT, "about", data), "the process of the server cannot be found");
        if (lines.size() != 5 || !lines.get(4).equals(END)) {
            throw new DamageException("the process of the server cannot be found", String.join(" ", lines));
        }
        return new Postmaster(host, data, lines.get(0), lines.get(1), lines.get(2), lines.get(3));
    }

    DiskFile file(String path) {
        return new DiskFile(host, data + "/" + path);
    }

    /**
     * Do or ask something in its directory.
     *
     * @param script a resource, which is given the directory and that of the programs
     * @return the lines before the last, which is {@code end}
     */
    List<String> ask(String script) {
        List<String> lines = lines(bash(host, script, data, programs), "the files of the server cannot be damaged");
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(END)) {
            throw new DamageException("the files of the server cannot be damaged", String.join(" ", lines));
        }
        return lines.subList(0, lines.size() - 1);
    }

    /** Stop all its processes where they are. */
    void freeze() {
        verb("freeze", process);
    }

    /** Let them go on. */
    void thaw() {
        verb("thaw", process);
    }

    void kill() {
        verb("kill", process);
    }

    /** Let it end well. */
    void stop() {
        verb("stop", data, programs, unit);
    }

    /** Start it as it was started; says how that ended. */
    String start() {
        List<String> lines = verb("start", data, programs, log, unit);
        if (lines.isEmpty()) {
            throw new DamageException("the server could not be started", "nobody says how it went");
        }
        String said = lines.size() > 1 ? ": " + lines.get(1) : "";
        return (lines.get(0).equals("0") ? "it started again" : "it does not start again") + said;
    }

    private List<String> verb(String verb, String... words) {
        List<String> arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(List.of(words));
        return lines(bash(host, SCRIPT, arguments.toArray(String[]::new)), "the server could not be had to " + verb);
    }

    private static List<String> lines(Outcome outcome, String trouble) {
        if (!outcome.succeeded()) {
            throw new DamageException(trouble, outcome.err().strip());
        }
        return outcome.out().lines().toList();
    }

    private static Outcome bash(Host host, String script, String... arguments) {
        List<String> line = Scripts.bash(Postmaster.class, script, List.of(arguments));
        return host.run(Command.as("root", line.toArray(String[]::new)).within(WITHIN));
    }
}
