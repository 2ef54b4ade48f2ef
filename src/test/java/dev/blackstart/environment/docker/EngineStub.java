package dev.blackstart.environment.docker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A socket that answers like an engine, or doesn't, and remembers what it was asked. */
final class EngineStub implements AutoCloseable {
    static final String VERSION = json(200, "{\"ApiVersion\":\"1.41\",\"MinAPIVersion\":\"1.12\"}");

    /** An answer that never comes: the connection stays open. */
    static final String SILENCE = "";

    static final String HANG_UP = "hang up";

    private final ServerSocketChannel server;
    private final Path socket;
    private final Map<String, Deque<String>> answers = new LinkedHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch held = new CountDownLatch(0);

    EngineStub(Path directory) throws IOException {
        socket = directory.resolve("engine.sock");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        on("/version", VERSION);
        Thread thread = new Thread(this::accept);
        thread.setDaemon(true);
        thread.start();
    }

    /** Answer nothing more until what is returned is counted down. */
    CountDownLatch hold() {
        held = new CountDownLatch(1);
        return held;
    }

    /** What was asked; the names of headers are in lower case. */
    record Request(String line, Map<String, String> headers, String body) {
        /** Empty where it has none of this name. */
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /**
     * Answer a request whose first line holds this fragment, with one answer after the other, and with the last one from
     * then on. The fragment that was told last wins.
     */
    synchronized EngineStub on(String fragment, String... each) {
        answers.remove(fragment);
        answers.put(fragment, new ArrayDeque<>(List.of(each)));
        return this;
    }

    EngineAddress address() {
        return EngineAddress.of(URI.create("unix://" + socket));
    }

    List<Request> requests(String fragment) {
        return requests.stream()
                .filter(request -> request.line().contains(fragment))
                .toList();
    }

    static String json(int status, String body) {
        return "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, body.length(), body);
    }

    /** An answer that goes on as a stream, and ends when the one who asked ends his. */
    static String stream(String... frames) {
        return "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n" + String.join("", frames);
    }

    /** A piece of what a process wrote: to stream 1, its output, or 2, its errors. */
    static String frame(int stream, String text) {
        int length = text.length();
        return new String(new char[] {
                    (char) stream,
                    0,
                    0,
                    0,
                    (char) (length >> 24 & 255),
                    (char) (length >> 16 & 255),
                    (char) (length >> 8 & 255),
                    (char) (length & 255)
                })
                + text;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                Thread thread = new Thread(() -> serve(client));
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                InputStream in = new BufferedInputStream(Channels.newInputStream(client))) {
            while (true) {
                Request request = read(in);
                requests.add(request);
                held.await();
                String answer = answer(request.line());
                if (answer.equals(HANG_UP)) {
                    return;
                }
                ByteBuffer bytes = ByteBuffer.wrap(answer.getBytes(StandardCharsets.ISO_8859_1));
                while (bytes.hasRemaining()) {
                    client.write(bytes);
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client left.
        }
    }

    private synchronized String answer(String line) {
        Deque<String> next = answers.entrySet().stream()
                .filter(entry -> line.contains(entry.getKey()))
                .reduce((one, later) -> later)
                .map(Map.Entry::getValue)
                .orElseGet(() -> new ArrayDeque<>(List.of(json(404, "{\"message\":\"nobody answers " + line + "\"}"))));
        return next.size() > 1 ? next.remove() : next.element();
    }

    private static Request read(InputStream in) throws IOException {
        String first = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(":", 2);
            headers.put(header[0].toLowerCase(java.util.Locale.ROOT), header[1].strip());
        }
        return new Request(first, headers, body(in, headers));
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            line(in);
        } else {
            body.write(in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
        }
        return body.toString(StandardCharsets.ISO_8859_1);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
