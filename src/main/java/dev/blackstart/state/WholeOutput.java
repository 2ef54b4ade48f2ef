package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads everything that a tool writes, or nothing: of a long outcome the middle is not kept, and would not be compared. */
final class WholeOutput {
    /** Bytes: of rows only sums are read, of everything else its definition. */
    private static final int MOST = 16 << 20;

    private WholeOutput() {}

    /**
     * Run to the end.
     *
     * @param what is read, for the reader of a failure, such as {@code the database shop on db}
     * @throws StateException where it did not end well
     */
    static String of(Host host, Command command, String what) {
        return new String(bytes(host, command, what), StandardCharsets.UTF_8);
    }

    /** The same, of what need not be text. */
    static byte[] bytes(Host host, Command command, String what) {
        Bounded out = new Bounded();
        Outcome outcome = host.stream(command, out);
        if (out.full) {
            throw new StateException(what + " cannot be read", "it says more than %,d bytes".formatted(MOST));
        }
        if (!outcome.succeeded()) {
            throw new StateException(what + " cannot be read", outcome.err().strip());
        }
        return out.toByteArray();
    }

    /** Takes everything, and keeps nothing once it is too much. */
    private static final class Bounded extends ByteArrayOutputStream {
        private boolean full;

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            full |= size() + length > MOST;
            if (full) {
                buf = new byte[0];
                count = 0;
            } else {
                super.write(bytes, offset, length);
            }
        }
    }
}
