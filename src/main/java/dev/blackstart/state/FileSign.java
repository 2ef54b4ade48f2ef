package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;

/** A small file below a directory, of the owner and the mode that the directory has. */
record FileSign(String directory, String mark) implements Sign {
    private static final String WRITE = """
            printf '%s\n' "$2" > "$1" && chown --reference="$3" "$1" && chmod --reference="$3" "$1" && chmod a-x "$1" && cat "$1"
            """;

    @Override
    public void leave(Host host) {
        Outcome outcome = host.run(Command.as("root", "sh", "-c", WRITE, "sign", path(), mark, directory));
        if (!outcome.succeeded() || !outcome.out().strip().equals(mark)) {
            throw new StateException(
                    "nothing can be written below " + directory + " on " + host.name(),
                    outcome.err().strip());
        }
    }

    @Override
    public boolean found(Host host) {
        Outcome outcome = host.run(Command.as("root", "cat", path()));
        return outcome.succeeded() && outcome.out().strip().equals(mark);
    }

    private String path() {
        return directory + "/blackstart-" + mark;
    }
}
