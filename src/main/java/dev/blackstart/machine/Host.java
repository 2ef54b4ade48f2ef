package dev.blackstart.machine;

import java.io.OutputStream;
import java.util.function.Consumer;

/** One machine of a replica, while it is there. */
public interface Host {
    String name();

    /** Run to the end or to the timeout; what the process does never throws, only a dead engine does. */
    Outcome run(Command command);

    /**
     * The same, with its standard output handed over byte by byte while it comes, however much it is; the outcome holds
     * none of it. What was handed over counts only if the outcome is a success.
     *
     * @throws java.io.UncheckedIOException where {@code out} takes no more; the process is left to its timeout
     */
    Outcome stream(Command command, OutputStream out);

    /**
     * Run beside everything else until it is closed, handing over each line of its standard output as it arrives. The
     * command's timeout and input do not matter.
     */
    Watch watch(Command command, Consumer<String> line);

    /**
     * Write one file, which appears at once and whole. Its directory is there already.
     *
     * @param mode such as {@code 0600}, in octal
     */
    void write(String path, byte[] content, String owner, int mode);

    /** A process that is being watched. */
    interface Watch extends AutoCloseable {
        /** False once the process or its stream has ended, however it ended. */
        boolean alive();

        /** End the process. */
        @Override
        void close();
    }
}
