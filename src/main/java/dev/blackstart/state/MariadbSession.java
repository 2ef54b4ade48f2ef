package dev.blackstart.state;

import dev.blackstart.machine.Host;
import dev.blackstart.machine.Scripts;
import java.util.List;

/** Carries out scripts on a server, each in a session of its own that sees the same everywhere, and reads what they tell. */
record MariadbSession(Host host, MariadbClient client) {
    private static final String END = "end";

    /** All that they tell, of which one statement that fails hides no other; throws where nothing at all can be told. */
    Told each(String script) {
        return told(script, "--force");
    }

    /** All that they tell; throws {@link StateException} where one statement fails. */
    List<List<String>> all(String script) {
        Told told = told(script);
        if (!told.whole()) {
            throw new StateException(what() + " was cut", "");
        }
        return told.lines();
    }

    /** Wait for a server that went down while it was asked. */
    void await() {
        host.run(client.awaiting());
    }

    private Told told(String script, String... more) {
        String whole = Scripts.text(MariadbSession.class, "mariadb-session.sql") + script + "select '" + END + "';\n";
        List<List<String>> lines =
                MariadbOutput.lines(WholeOutput.of(host, client.command(more).with(whole), what()));
        boolean ended = !lines.isEmpty() && lines.get(lines.size() - 1).equals(List.of(END));
        return new Told(ended ? lines.subList(0, lines.size() - 1) : lines, ended);
    }

    private String what() {
        return "the MariaDB on " + host.name();
    }

    /**
     * What a script told.
     *
     * @param whole false: the server went away before its end
     */
    record Told(List<List<String>> lines, boolean whole) {}
}
