package dev.blackstart.environment.docker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** A temporary file without a name (on Unix, Java unlinks it as it opens it): a kill leaves nothing of it. */
record NamelessFile(FileChannel channel) implements AutoCloseable {
    private static final int BUFFER = 256 * 1024;

    static NamelessFile open() throws IOException {
        return new NamelessFile(FileChannel.open(
                Files.createTempFile("blackstart", ".tar"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Whoever writes an archive closes it, and here that is not the end. */
    OutputStream out() {
        return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** All that was written, from its start. */
    InputStream in() throws IOException {
        channel.position(0);
        return new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
