package dev.blackstart.observe;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * A service's own door: where to connect, and what to call it there.
 *
 * @param tls https instead of http
 * @param address resolved: the names of lost hosts hang in resolvers
 * @param host what the Host header says; a default port goes without saying
 */
public record HttpEndpoint(boolean tls, InetSocketAddress address, String host) {
    public HttpEndpoint {
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("not an address: " + address);
        }
        if (host.isBlank()) {
            throw new IllegalArgumentException("a door has a name");
        }
    }

    URI uri(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash: " + path);
        }
        InetAddress ip = address.getAddress();
        String literal = ip instanceof Inet6Address ? "[" + ip.getHostAddress() + "]" : ip.getHostAddress();
        return URI.create((tls ? "https://" : "http://") + literal + ":" + address.getPort() + path);
    }
}
