package dev.blackstart.environment.docker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes the two streams of a process apart. The engine sends frames: one byte that names the stream, three of padding,
 * four of length, then the bytes. A stream that ends inside a frame was cut, and docker-java's own reader hides that.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/#operation/ContainerAttach">ContainerAttach</a>
 */
final class Frames {
    private static final int OUT = 1;
    private static final int ERR = 2;

    private Frames() {}

    /** Takes bytes, which are its own only during the call. */
    interface Sink {
        void add(byte[] bytes, int length);
    }

    /**
     * Read to the end.
     *
     * @throws EOFException if the end came inside a frame
     */
    static void read(InputStream stream, Sink out, Sink err) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        byte[] buffer = new byte[64 * 1024];
        for (int kind = in.read(); kind >= 0; kind = in.read()) {
            if (kind != OUT && kind != ERR) {
                throw new IOException("the engine sent a frame of the unknown stream " + kind);
            }
            in.skipNBytes(3);
            Sink sink = kind == OUT ? out : err;
            long left = Integer.toUnsignedLong(in.readInt());
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("the engine broke off inside a frame");
                }
                sink.add(buffer, read);
                left -= read;
            }
        }
    }
}
