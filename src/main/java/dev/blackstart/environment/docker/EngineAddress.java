package dev.blackstart.environment.docker;

import com.github.dockerjava.transport.SSLConfig;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where an engine is.
 *
 * @param uri {@code unix:///path} or {@code tcp://host:port}
 * @param tls the certificates that it is asked with; empty: without any
 */
record EngineAddress(URI uri, Optional<SSLConfig> tls) {
    static EngineAddress of(URI uri) {
        return new EngineAddress(uri, Optional.empty());
    }

    /** Whether it is a socket of this machine. */
    boolean local() {
        return "unix".equals(uri.getScheme());
    }

    /** The name under which ports that the engine publishes are reached. */
    String publishedHost() {
        return local() ? "127.0.0.1" : uri.getHost();
    }

    /** Whether the engine runs elsewhere, so that loopback there isn't loopback here. */
    boolean remote() {
        return !local() && !List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost());
    }
}
