package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Scripts;
import java.util.ArrayList;
import java.util.List;

/** Words commands for the host's {@code python3}, which opens an SQLite database as the owner of its file. */
final class SqliteScript {
    private static final String PYTHON = """
            command -v python3 >/dev/null || { echo "python3 is not there: install Debian's package python3" >&2; exit 69; }
            exec python3 -I - "$@"
            """;

    private SqliteScript() {}

    /**
     * Run the script {@code name} that lies beside this class.
     *
     * @param arguments the first is the path of the database
     */
    static Command command(String name, String... arguments) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", PYTHON, name));
        words.addAll(List.of(arguments));
        return Command.as("root", words.toArray(String[]::new))
                .with(Scripts.text(SqliteScript.class, "sqlite-owner.py") + Scripts.text(SqliteScript.class, name));
    }
}
