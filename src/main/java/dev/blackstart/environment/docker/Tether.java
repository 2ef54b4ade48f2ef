package dev.blackstart.environment.docker;

import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** A standard input without a byte, which ends when it is closed. */
final class Tether extends InputStream {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public int read() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return read();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
