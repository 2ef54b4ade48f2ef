package dev.blackstart.environment.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Proposes subnets for a replica's networks: {@code 10.x.y.0/24}, from where the seed points, without those that this
 * machine has a route to. An engine checks only against its own networks, and would cut the machine off from others.
 */
final class Subnets {
    private static final int PRIVATE = 10 << 24;

    /** 198.18.0.0/15 (RFC 2544), for machines that have a route to all of 10.0.0.0/8. */
    private static final int BENCHMARKING = 198 << 24 | 18 << 16;

    /** Odd, so that every subnet comes up once; large, so that neighbours in the engine are left behind. */
    private static final int STEP = 4099;

    private final List<Route> routes;

    Subnets(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** A destination of the routing table; addresses as numbers. */
    record Route(int destination, int mask) {
        boolean covers(int address) {
            return mask != 0 && (address & mask & 0xffffff00) == (destination & mask & 0xffffff00);
        }
    }

    static Subnets ofThisMachine() {
        try {
            return new Subnets(parse(Files.readAllLines(Path.of("/proc/net/route"))));
        } catch (IOException e) {
            return new Subnets(List.of());
        }
    }

    /** Read {@code /proc/net/route}, whose addresses are hexadecimal in the machine's (little-endian) order. */
    static List<Route> parse(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\\s+"))
                .filter(fields -> fields.length > 7)
                .map(fields -> new Route(address(fields[1]), address(fields[7])))
                .toList();
    }

    /** The first three bytes of each, such as {@code 10.1.2}. */
    Stream<String> from(String seed) {
        int start = seed.hashCode() * 31;
        return IntStream.concat(all(start, PRIVATE, 1 << 16), all(start, BENCHMARKING, 1 << 9))
                .filter(address -> routes.stream().noneMatch(route -> route.covers(address)))
                .mapToObj(address -> (address >>> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255));
    }

    private static IntStream all(int start, int from, int count) {
        return IntStream.range(0, count).map(i -> from | ((start + i * STEP) & (count - 1)) << 8);
    }

    private static int address(String hexadecimal) {
        return Integer.reverseBytes(Integer.parseUnsignedInt(hexadecimal, 16));
    }
}
