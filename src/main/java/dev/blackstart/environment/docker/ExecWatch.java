package dev.blackstart.environment.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.blackstart.machine.Host;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands over the lines of a process while it runs. */
final class ExecWatch implements Host.Watch {
    private final DockerHttpClient.Response response;
    private final Tether tether;
    private final Thread reader;

    ExecWatch(DockerHttpClient.Response response, Tether tether, Consumer<String> line) {
        this.response = response;
        this.tether = tether;
        this.reader = new Thread(() -> read(line), "watch");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public boolean alive() {
        return reader.isAlive();
    }

    @Override
    public void close() {
        tether.close();
        try {
            // The process ends with its standard input, and the stream with the process; that loses no line.
            reader.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        response.close();
    }

    private void read(Consumer<String> line) {
        Lines lines = new Lines(line);
        try {
            Frames.read(response.getBody(), lines, (bytes, length) -> {});
        } catch (IOException e) {
            // The stream broke off; that nobody watches any more shows in alive().
        } finally {
            lines.end();
            response.close();
        }
    }

    /** Cuts bytes into lines, and leaves out the rest of one that is too long to be any path or answer. */
    private static final class Lines implements Frames.Sink {
        private static final int LONGEST = 64 * 1024;

        private final Consumer<String> line;
        private final ByteArrayOutputStream open = new ByteArrayOutputStream();

        Lines(Consumer<String> line) {
            this.line = line;
        }

        @Override
        public void add(byte[] bytes, int length) {
            for (int at = 0; at < length; at++) {
                if (bytes[at] == '\n') {
                    hand();
                } else if (open.size() < LONGEST) {
                    open.write(bytes[at]);
                }
            }
        }

        void end() {
            if (open.size() > 0) {
                hand();
            }
        }

        private void hand() {
            line.accept(open.toString(StandardCharsets.UTF_8));
            open.reset();
        }
    }
}
