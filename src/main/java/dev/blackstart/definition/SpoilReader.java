package dev.blackstart.definition;

import dev.blackstart.backup.BackupDamage;
import dev.blackstart.definition.Disaster.BackupsSpoiled;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.finding.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decodes how a drill spoils backups: it names the host that keeps them, and their path where that is not enough. */
final class SpoilReader {
    private final EnvironmentDefinition environment;
    private final Names names;
    private final Problems problems;

    SpoilReader(EnvironmentDefinition environment, Names names, Problems problems) {
        this.environment = environment;
        this.names = names;
        this.problems = problems;
    }

    Optional<Disaster> read(Yaml spoil, Place place) {
        String word = spoil.text("damage").orElse("");
        Optional<BackupDamage> damage =
                new Asked(spoil, "service", "path", "damage", "seed").read(BackupDamage.KINDS, word, problems);
        Optional<Long> seed = spoil.text("seed").map(Long::valueOf);
        if (spoil.get("from").isPresent()
                && spoil.get("from").flatMap(names::resolveHost).isEmpty()) {
            return Optional.empty();
        }
        return damage.flatMap(how -> spoil.get("service")
                .flatMap(mention -> meant(mention, spoil.text("path")))
                .map(backup -> new BackupsSpoiled(backup, how, seed, place)));
    }

    private Optional<Backup> meant(Yaml mention, Optional<String> path) {
        Optional<String> host = names.resolveHost(mention);
        List<Backup> kept = environment.backups().stream()
                .filter(backup -> host.equals(Optional.of(backup.service())))
                .toList();
        List<Backup> meant = kept.stream()
                .filter(backup -> path.isEmpty()
                        || path.equals(Optional.of(backup.source().name())))
                .toList();
        if (host.isPresent() && meant.isEmpty()) {
            problems.error(
                    mention.place(),
                    "no backups are declared on \"%s\"%s"
                            .formatted(
                                    host.get(),
                                    path.map(where -> " at " + where).orElse("")),
                    kept.isEmpty()
                            ? "Say where they lie: `x-blackstart: { backups: [{ service: HOST, path: /… }] }` in compose.yaml."
                            : "Declared there: " + all(kept) + ".");
        }
        if (meant.size() > 1) {
            problems.error(
                    mention.place(),
                    "\"%s\" keeps backups in more than one place: %s".formatted(host.orElse(""), all(meant)),
                    "Say which: add `path: %s` beside `service`."
                            .formatted(meant.get(0).source().name()));
        }
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static String all(List<Backup> all) {
        return all.stream().map(backup -> backup.source().name()).collect(Collectors.joining(", "));
    }
}
