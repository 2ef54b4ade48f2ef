package dev.blackstart.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Sockets of engines under a home directory; the stand-in for curl in {@link Checkout} knows which of them answer. */
final class Sockets implements Closeable {
    private final Path home;
    private final List<ServerSocketChannel> open = new ArrayList<>();

    Sockets(Path home) {
        this.home = home;
    }

    /** Returns the address of a socket at which an engine answers. */
    String answering(String path) throws IOException {
        Files.writeString(home.resolve("answering"), home.resolve(path) + "\n", StandardOpenOption.APPEND);
        return silent(path);
    }

    /** Returns the address of a socket that is there, and no more than that. */
    String silent(String path) throws IOException {
        Path socket = home.resolve(path);
        Files.createDirectories(socket.getParent());
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        open.add(channel);
        channel.bind(UnixDomainSocketAddress.of(socket));
        return "unix://" + socket;
    }

    @Override
    public void close() throws IOException {
        for (ServerSocketChannel channel : open) {
            channel.close();
        }
    }
}
