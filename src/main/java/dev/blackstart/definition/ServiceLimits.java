package dev.blackstart.definition;

import dev.blackstart.definition.Service.Role;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a machine may take of the one that it runs on, so that a replica that goes wild ends itself and nothing else.
 *
 * @param memory in bytes, what lies in its tmpfs included
 * @param processes threads count
 * @param tmpfs in bytes, of each directory that lies in memory
 * @param log in bytes, of what its first process writes, which the engine keeps
 */
public record ServiceLimits(long memory, long processes, long tmpfs, long log) {
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5})([kmg])");
    private static final long MIB = 1L << 20;

    /** Those of a service that says nothing: a server has more to do than a stand-in. */
    public static ServiceLimits of(Role role) {
        return switch (role) {
            case HOST -> new ServiceLimits(4096 * MIB, 8192, 512 * MIB, 10 * MIB);
            case RESPONDER -> new ServiceLimits(2048 * MIB, 4096, 256 * MIB, 10 * MIB);
            case THIRD_PARTY -> new ServiceLimits(512 * MIB, 1024, 64 * MIB, 10 * MIB);
        };
    }

    /** Those of what is Blackstart's own in a replica. */
    public static ServiceLimits ofOurs() {
        return new ServiceLimits(256 * MIB, 256, 16 * MIB, 10 * MIB);
    }

    static ServiceLimits read(Yaml limits, Role role) {
        ServiceLimits usual = of(role);
        return new ServiceLimits(
                size(limits, "memory", usual.memory),
                limits.number("processes").map(Integer::longValue).orElse(usual.processes),
                size(limits, "tmpfs", usual.tmpfs),
                size(limits, "log", usual.log));
    }

    private static long size(Yaml limits, String key, long otherwise) {
        Matcher matcher = SIZE.matcher(limits.text(key).orElse(""));
        if (!matcher.matches()) {
            return otherwise;
        }
        long unit = switch (matcher.group(2)) {
            case "k" -> 1024;
            case "m" -> MIB;
            default -> 1024 * MIB;
        };
        return Long.parseLong(matcher.group(1)) * unit;
    }
}
