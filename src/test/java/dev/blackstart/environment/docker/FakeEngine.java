package dev.blackstart.environment.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

/** A socket that answers like an engine, or doesn't. */
final class FakeEngine implements AutoCloseable {
    static final String VERSION = json(200, "{\"ApiVersion\":\"1.41\",\"MinAPIVersion\":\"1.12\"}");

    /** An answer that never comes: the connection stays open. */
    static final String SILENCE = "";

    static final String HANG_UP = "hang up";

    private final ServerSocketChannel server;
    private final Path socket;

    /**
     * @param answers by request line; {@link #SILENCE} keeps silent, and {@link #HANG_UP} hangs up
     */
    FakeEngine(Path directory, Function<String, String> answers) throws IOException {
        socket = directory.resolve("engine.sock");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        Thread thread = new Thread(() -> accept(answers));
        thread.setDaemon(true);
        thread.start();
    }

    URI address() {
        return URI.create("unix://" + socket);
    }

    static String json(int status, String body) {
        return "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, body.length(), body);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept(Function<String, String> answers) {
        try {
            while (true) {
                SocketChannel client = server.accept();
                Thread thread = new Thread(() -> serve(client, answers));
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private static void serve(SocketChannel client, Function<String, String> answers) {
        try (client) {
            while (true) {
                String answer = answers.apply(head(client).split("\r\n")[0]);
                if (answer.equals(HANG_UP)) {
                    return;
                }
                client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            // The client left.
        }
    }

    private static String head(SocketChannel client) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            if (client.read(one.clear()) < 0) {
                throw new IOException("closed");
            }
            head.write(one.get(0));
        }
        return head.toString(StandardCharsets.UTF_8);
    }
}
