package dev.blackstart.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.blackstart.observe.HttpEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on loopback that answers as a test says; it can hang, and is let go when it is closed. */
public final class LoopbackServer implements AutoCloseable {
    static {
        // Read once: without it each answer with a body waits 40 ms for an acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final boolean tls;
    private final ExecutorService executor = Executors.newCachedThreadPool();

    private LoopbackServer(HttpServer server, boolean tls, HttpHandler handler) {
        this.server = server;
        this.tls = tls;
        server.createContext("/", handler);
        server.setExecutor(executor);
        server.start();
    }

    /** Serve on any free port. */
    public static LoopbackServer start(HttpHandler handler) throws IOException {
        return new LoopbackServer(HttpServer.create(anyPort(), 0), false, handler);
    }

    /** Serve on any free port over TLS. */
    public static LoopbackServer start(Certificate certificate, HttpHandler handler) throws IOException {
        return new LoopbackServer(certificate.server(anyPort()), true, handler);
    }

    /** Answer and be done. */
    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** An address where nobody listens. */
    public static InetSocketAddress nobody() throws IOException {
        try (LoopbackServer gone = start(exchange -> answer(exchange, 500, ""))) {
            return gone.address();
        }
    }

    /** Say nothing until the server is closed. */
    public static void hang() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the test is over");
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    public HttpEndpoint endpoint() {
        return new HttpEndpoint(tls, address(), "app.example");
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
