package dev.blackstart.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** An address on loopback that neither accepts nor refuses, as a lost host: its queue is full, and nobody serves it. */
public final class BlackHole implements AutoCloseable {
    private static final int MORE_THAN_THE_QUEUE_HOLDS = 4;

    private final ServerSocket server;
    private final List<SocketChannel> queue = new ArrayList<>();

    private BlackHole(ServerSocket server) {
        this.server = server;
    }

    /** Open one on any free port. */
    public static BlackHole open() throws IOException {
        BlackHole hole = new BlackHole(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        for (int i = 0; i < MORE_THAN_THE_QUEUE_HOLDS; i++) {
            SocketChannel channel = SocketChannel.open();
            hole.queue.add(channel);
            channel.configureBlocking(false);
            boolean connected = channel.connect(hole.address());
            if (connected && i == MORE_THAN_THE_QUEUE_HOLDS - 1) {
                throw new IOException("this system's queues are longer than asked for");
            }
        }
        return hole;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : queue) {
            channel.close();
        }
        server.close();
    }
}
