package dev.blackstart.machine;

import java.nio.file.Path;
import java.util.function.Consumer;

/** One machine of a replica, while it is there. */
public interface Host {
    String name();

    /** Run to the end or to the timeout; what the process does never throws, only a dead engine does. */
    Outcome run(Command command);

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

    /** Unpack a tar file over the whole file system, owners and modes as in the archive. */
    void unpack(Path tar);

    /** A process that is being watched. */
    interface Watch extends AutoCloseable {
        /** False once the process or its stream has ended, however it ended. */
        boolean alive();

        /** End the process. */
        @Override
        void close();
    }
}
