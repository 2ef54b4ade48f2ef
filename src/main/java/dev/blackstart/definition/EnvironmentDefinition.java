package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A replica of a system, as its directory describes it: hosts at sites, documented secrets, people, runbooks.
 *
 * @param directory absolute
 * @param runbooks by file name, such as {@code restore-database.md}
 */
public record EnvironmentDefinition(
        String name,
        Path directory,
        Map<String, Site> sites,
        Map<String, Service> services,
        Set<String> networks,
        Set<String> volumes,
        List<Backup> backups,
        List<String> outside,
        Inventory inventory,
        Map<String, Runbook> runbooks) {
    /** The runbook that makes the environment from nothing. */
    public static final String COMMISSION = "commission.md";

    public EnvironmentDefinition {
        sites = Ordered.copy(sites);
        services = Ordered.copy(services);
        networks = Ordered.copy(networks);
        volumes = Ordered.copy(volumes);
        backups = List.copyOf(backups);
        outside = List.copyOf(outside);
        runbooks = Ordered.copy(runbooks);
    }

    /** Where backups lie: what the control without a backup empties. {@code path} is absolute on the host. */
    public record Backup(String service, String path, Place place) {}
}
