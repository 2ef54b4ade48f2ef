package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import java.time.Duration;
import java.util.List;

/**
 * A MariaDB or a MySQL that runs, by its process.
 *
 * @param data its directory
 * @param pageSize of its InnoDB
 * @param owner who it runs as
 * @param unit of systemd, which starts it; empty: there is none
 * @param words that it was started with, in hexadecimal
 */
record MariadbServer(
        Damage.Target target, String data, int pageSize, String process, String owner, String unit, String words) {
    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final String SCRIPT = "mariadb-server.sh";
    private static final String END = "end";

    static MariadbServer of(Damage.Target target) {
        Outcome told =
                target.host().run(client(target).command().with("select @@datadir, @@pid_file, @@innodb_page_size;"));
        String[] paths = told.out().strip().split("\t", -1);
        if (!told.succeeded() || paths.length != 3) {
            throw new DamageException(
                    "the directory of the server cannot be found", told.err().strip());
        }
        String pidFile = paths[1].startsWith("/") ? paths[1] : paths[0] + paths[1];
        List<String> about = lines(target, "about", pidFile);
        if (about.size() != 5 || !about.get(4).equals(END)) {
            throw new DamageException("the process of the server cannot be found", String.join(" ", about));
        }
        return new MariadbServer(
                target, paths[0], Integer.parseInt(paths[2]), about.get(0), about.get(1), about.get(2), about.get(3));
    }

    /** Let it end well: all that it has in memory is in its files then. */
    void stop() {
        lines(target, "stop", process, unit);
    }

    /** Start it as it was started; says how that ended. */
    String start() {
        lines(target, "start", owner, unit, words);
        Outcome answer = target.host().run(client(target).awaiting());
        return answer.succeeded() ? "it started again" : "it does not start again";
    }

    static MariadbClient client(Damage.Target target) {
        return ((MariadbState) target.state()).client();
    }

    private static List<String> lines(Damage.Target target, String... arguments) {
        List<String> line = Scripts.bash(MariadbServer.class, SCRIPT, List.of(arguments));
        Outcome outcome = target.host()
                .run(Command.as("root", line.toArray(String[]::new)).within(WITHIN));
        if (!outcome.succeeded()) {
            throw new DamageException(
                    "the server could not be had to " + arguments[0],
                    outcome.err().strip());
        }
        return outcome.out().lines().toList();
    }
}
