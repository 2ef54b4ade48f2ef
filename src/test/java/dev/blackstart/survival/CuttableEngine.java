package dev.blackstart.survival;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A socket that leads to the engine until it is cut: then, to whoever uses it, the engine is dead. */
final class CuttableEngine implements AutoCloseable {
    private final Path socket;
    private final ServerSocketChannel server;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    private CuttableEngine(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    static CuttableEngine at(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        CuttableEngine engine = new CuttableEngine(socket, server);
        engine.beside(engine::accept);
        return engine;
    }

    String address() {
        return "unix://" + socket;
    }

    /** Break every connection, and refuse new ones. */
    void cut() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
        for (SocketChannel channel : open) {
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void accept() throws IOException {
        while (true) {
            SocketChannel client = server.accept();
            open.add(client);
            SocketChannel engine = SocketChannel.open(real());
            open.add(engine);
            beside(() -> copy(client, engine));
            beside(() -> copy(engine, client));
        }
    }

    private static SocketAddress real() {
        URI address = EngineView.address();
        return "unix".equals(address.getScheme())
                ? UnixDomainSocketAddress.of(address.getPath())
                : new InetSocketAddress(address.getHost(), address.getPort());
    }

    private static void copy(SocketChannel from, SocketChannel to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        while (from.read(buffer) >= 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                to.write(buffer);
            }
            buffer.clear();
        }
        to.shutdownOutput();
    }

    /** What may break off at any time. */
    private interface Work {
        void run() throws IOException;
    }

    private void beside(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // It was cut, or one side hung up.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
