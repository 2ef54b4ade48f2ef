package dev.blackstart.environment.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Carries hijacked streams over a Unix socket, because the socket of docker-java cannot close only its output: a
 * process would wait for the end of its standard input for ever. Everything else goes the usual way.
 */
final class HalfClosingTransport implements DockerHttpClient {
    private final DockerHttpClient usual;
    private final UnixDomainSocketAddress socket;

    HalfClosingTransport(DockerHttpClient usual, String path) {
        this.usual = usual;
        this.socket = UnixDomainSocketAddress.of(path);
    }

    @Override
    public Response execute(Request request) {
        InputStream input = request.hijackedInput();
        if (input == null) {
            return usual.execute(request);
        }
        try {
            return upgrade(request, input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        usual.close();
    }

    private Response upgrade(Request request, InputStream input) throws IOException {
        SocketChannel channel = SocketChannel.open(socket);
        try {
            byte[] body = request.bodyBytes() == null ? new byte[0] : request.bodyBytes();
            write(channel, head(request, body.length));
            write(channel, body);
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 64 * 1024);
            Upgraded response = Upgraded.read(channel, in);
            if (response.status == 101) {
                Thread feeder = new Thread(() -> feed(channel, input), "exec-input");
                feeder.setDaemon(true);
                feeder.start();
            }
            return response;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static byte[] head(Request request, int length) {
        StringBuilder head = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(request.method(), request.path()));
        request.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Host: localhost\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n");
        return head.append("Content-Length: " + length + "\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void feed(SocketChannel channel, InputStream input) {
        try (input) {
            byte[] buffer = new byte[32 * 1024];
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                write(channel, ByteBuffer.wrap(buffer, 0, read));
            }
            channel.shutdownOutput();
        } catch (IOException e) {
            // The process ended before it had read everything, as it may; the reading side sees how.
        }
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        write(channel, ByteBuffer.wrap(bytes));
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** An answer read by hand: a stream after 101, a whole body otherwise. */
    private static final class Upgraded implements Response {
        private final SocketChannel channel;
        private final int status;
        private final Map<String, List<String>> headers;
        private final InputStream body;

        private Upgraded(SocketChannel channel, int status, Map<String, List<String>> headers, InputStream body) {
            this.channel = channel;
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        static Upgraded read(SocketChannel channel, InputStream in) throws IOException {
            String[] first = line(in).split(" ", 3);
            if (first.length < 2) {
                throw new IOException("the engine closed the connection without an answer");
            }
            int status = Integer.parseInt(first[1]);
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] header = line.split(":", 2);
                headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[header.length - 1].strip());
            }
            return new Upgraded(channel, status, headers, status == 101 ? in : whole(in, headers));
        }

        private static InputStream whole(InputStream in, Map<String, List<String>> headers) throws IOException {
            List<String> length = headers.getOrDefault("Content-Length", List.of("0"));
            return new ByteArrayInputStream(in.readNBytes(Integer.parseInt(length.get(0))));
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.append((char) next);
            }
            return line.toString().strip();
        }

        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }
}
