package dev.blackstart.environment.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ports;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection says of a container, as far as it matters for its isolation.
 *
 * @param networks ids
 * @param bindings where ports are published, such as {@code 127.0.0.1:32768}
 * @param namespaces of the host or of others that it shares, such as {@code pid: host}
 * @param loosened security options that take something away, and devices
 * @param limits what it may take, and whom it asks for names
 * @param mounts by where they are mounted
 */
record Seen(
        String id,
        String service,
        boolean privileged,
        Set<String> added,
        Set<String> dropped,
        Set<String> networks,
        List<String> bindings,
        List<String> namespaces,
        List<String> loosened,
        Map<String, String> sysctls,
        SeenLimits limits,
        Map<String, Source> mounts) {
    /**
     * What is mounted.
     *
     * @param volume its name, empty for a path of the host
     * @param path on the host
     */
    record Source(String volume, String path) {}

    static Seen of(InspectContainerResponse inspected) {
        HostConfig settings = inspected.getHostConfig();
        return new Seen(
                inspected.getId(),
                labels(inspected).getOrDefault(Labels.SERVICE, inspected.getName()),
                Boolean.TRUE.equals(settings.getPrivileged()),
                names(settings.getCapAdd()),
                names(settings.getCapDrop()),
                inspected.getNetworkSettings().getNetworks().values().stream()
                        .map(network -> network.getNetworkID())
                        .collect(Collectors.toCollection(TreeSet::new)),
                bindings(inspected.getNetworkSettings().getPorts()),
                namespaces(settings),
                loosened(settings),
                settings.getSysctls() == null ? Map.of() : settings.getSysctls(),
                SeenLimits.of(settings),
                mounts(inspected));
    }

    private static Map<String, String> labels(InspectContainerResponse inspected) {
        Map<String, String> labels = inspected.getConfig().getLabels();
        return labels == null ? Map.of() : labels;
    }

    private static Set<String> names(Capability @Nullable [] capabilities) {
        return capabilities == null
                ? Set.of()
                : Arrays.stream(capabilities).map(Capability::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> bindings(@Nullable Ports ports) {
        return ports == null
                ? List.of()
                : ports.getBindings().values().stream()
                        .filter(Objects::nonNull)
                        .flatMap(Arrays::stream)
                        .map(binding -> binding.getHostIp() + ":" + binding.getHostPortSpec())
                        .sorted()
                        .toList();
    }

    private static List<String> namespaces(HostConfig settings) {
        return Stream.of(
                        foreign("network", settings.getNetworkMode()),
                        foreign("pid", settings.getPidMode()),
                        foreign("ipc", settings.getIpcMode()),
                        foreign("uts", settings.getUtSMode()),
                        foreign("user", settings.getUsernsMode()),
                        foreign("cgroup", settings.getCgroupnsMode()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> foreign(String kind, @Nullable String mode) {
        return mode != null && (mode.equals("host") || mode.startsWith("container:"))
                ? List.of(kind + ": " + mode)
                : List.of();
    }

    private static List<String> loosened(HostConfig settings) {
        List<String> options = settings.getSecurityOpts() == null ? List.of() : settings.getSecurityOpts();
        Stream<String> devices = settings.getDevices() == null
                ? Stream.empty()
                : Arrays.stream(settings.getDevices()).map(device -> "device " + device.getPathOnHost());
        return Stream.concat(
                        options.stream().filter(option -> !option.equals(SystemdSettings.WritableCgroups.OPTION)),
                        devices)
                .toList();
    }

    private static Map<String, Source> mounts(InspectContainerResponse inspected) {
        return inspected.getMounts() == null
                ? Map.of()
                : inspected.getMounts().stream()
                        .collect(Collectors.toMap(
                                mount -> String.valueOf(mount.getDestination()),
                                mount -> new Source(
                                        Objects.requireNonNullElse(mount.getName(), ""),
                                        String.valueOf(mount.getSource()))));
    }
}
