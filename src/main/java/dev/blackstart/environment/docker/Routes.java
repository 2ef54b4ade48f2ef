package dev.blackstart.environment.docker;

import java.util.ArrayList;
import java.util.List;

/** Finds default routes in what the kernel says in {@code /proc/net/route} and {@code /proc/net/ipv6_route}. */
final class Routes {
    /** Prints both; an engine without IPv6 has only the first. */
    static final String COMMAND = "cat /proc/net/route && { cat /proc/net/ipv6_route 2>/dev/null || true; }";

    private static final String NOWHERE = "0".repeat(32);

    private Routes() {}

    /** Where one leads to. */
    record DefaultRoute(String device, String gateway) {}

    static List<DefaultRoute> defaults(String tables) {
        List<DefaultRoute> routes = new ArrayList<>();
        for (String line : tables.lines().toList()) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length == 11 && fields[1].equals("00000000") && fields[7].equals("00000000")) {
                routes.add(new DefaultRoute(fields[0], address(fields[2])));
            }
            // Ten fields, the last one the interface; lo has one that rejects everything.
            if (fields.length == 10 && fields[0].equals(NOWHERE) && fields[1].equals("00") && !fields[9].equals("lo")) {
                routes.add(new DefaultRoute(fields[9], fields[4]));
            }
        }
        return routes;
    }

    /** From hexadecimal in the machine's (little-endian) order. */
    private static String address(String hexadecimal) {
        int address = Integer.reverseBytes(Integer.parseUnsignedInt(hexadecimal, 16));
        return (address >>> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
