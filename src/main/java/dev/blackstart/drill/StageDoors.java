package dev.blackstart.drill;

import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Service;
import dev.blackstart.environment.Replica;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one reaches a stage.
 *
 * @param shells what is typed for a shell on each host
 * @param ports where a port answers on this machine, by {@code service:port}
 */
public record StageDoors(String run, Map<String, String> shells, Map<String, String> ports) {
    static StageDoors of(String run, DrillDefinition drill, Replica replica) {
        Map<String, String> shells = new LinkedHashMap<>();
        for (Service service : drill.environment().services().values()) {
            if (replica.stands(service.name())) {
                shells.put(service.name(), replica.shell(service.name()));
            }
        }
        Map<String, String> ports = new LinkedHashMap<>();
        Doors.endpoints(drill).forEach(endpoint -> {
            InetSocketAddress address = replica.address(endpoint.service(), endpoint.port());
            ports.put(
                    endpoint.service() + ":" + endpoint.port(),
                    address.getAddress().getHostAddress() + ":" + address.getPort());
        });
        return new StageDoors(run, shells, ports);
    }
}
