package dev.blackstart.definition;

import dev.blackstart.backup.BackupSource;
import dev.blackstart.backup.Promised;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
        runbooks = Ordered.copy(runbooks);
    }

    /** Everything that is declared to be on a host and must come back. */
    public List<Held> held() {
        return services.values().stream()
                .flatMap(service -> service.held().stream())
                .toList();
    }

    /** The machines that know a secret's value without anybody's help: hosts that hold it, and somebody else's services. */
    public Set<String> knowing(String secret) {
        Set<String> knowing = new TreeSet<>();
        services.values().stream()
                .filter(service -> service.secrets().contains(secret))
                .forEach(service -> knowing.add(service.name()));
        Optional.ofNullable(inventory.secrets().get(secret))
                .ifPresent(documented -> knowing.addAll(documented.heldBy()));
        return knowing;
    }

    /** What everything in it is called: words that no report can do without, whatever secret holds them, too. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(networks);
        names.add(name);
        names.addAll(volumes);
        names.addAll(sites.keySet());
        names.addAll(services.keySet());
        names.addAll(inventory.people().keySet());
        names.addAll(inventory.secrets().keySet());
        inventory.secrets().values().forEach(secret -> secret.kept().forEach(kept -> names.add(kept.file())));
        held().forEach(held -> names.addAll(held.state().words()));
        return names;
    }

    /** What a host is declared to hold. */
    public List<Held> held(String host) {
        return held().stream().filter(held -> held.host().equals(host)).toList();
    }

    /**
     * A host that keeps backups, and where: what the control without a backup takes away.
     *
     * @param everyNewWithin how long after a recovery the next one may take; empty: what is seen before the disaster says so
     */
    public record Backup(
            String service, BackupSource source, Promised promised, Optional<Duration> everyNewWithin, Place place) {}
}
