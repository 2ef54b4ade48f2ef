package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads everything that a tool writes, or nothing: of a long outcome the middle is not kept, and would not be compared. */
final class WholeOutput {
    private WholeOutput() {}

    /**
     * Run to the end.
     *
     * @param what is read, for the reader of a failure, such as {@code the database shop on db}
     * @throws StateException where it did not end well
     */
    static String of(Host host, Command command, String what) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Outcome outcome = host.stream(command, out);
        if (!outcome.succeeded()) {
            throw new StateException(what + " cannot be read", outcome.err().strip());
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
