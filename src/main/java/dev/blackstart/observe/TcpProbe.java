package dev.blackstart.observe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Opens a TCP connection.
 *
 * @param stays how long it must stay open without a word from there, or until the first one; zero: opened is enough. A
 *     forwarder accepts first and hangs up when it finds nobody behind it, so a connection through one has to stay.
 */
public record TcpProbe(String name, InetSocketAddress address, Duration stays) implements Probe {
    /** Opened is enough. */
    public TcpProbe(String name, InetSocketAddress address) {
        this(name, address, Duration.ZERO);
    }

    @Override
    public CompletableFuture<Sample> ask(Duration deadline) {
        try {
            return TcpAttempt.begin(this, deadline);
        } catch (IOException e) {
            return CompletableFuture.completedFuture(Sample.silent(Reason.of(e, deadline)));
        }
    }
}
