package dev.blackstart.definition;

import dev.blackstart.backup.BackupSource;
import dev.blackstart.backup.Promised;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.definition.Names.Kind;
import java.util.List;
import java.util.Optional;

/** Decodes where backups lie, and what is promised of them. */
final class BackupReader {
    /** The kind of backups that say nothing of their kind. */
    private static final String DIRECTORY = "directory";

    /** What only a repository can be asked that says which generations it has. */
    private static final List<String> LISTED = List.of("of", "holds", "keep");

    private final Names names;
    private final Problems problems;

    BackupReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    Optional<Backup> read(Yaml item) {
        String kind = item.text("kind").orElse(DIRECTORY);
        Optional<String> host = item.get("service").flatMap(names::resolveHost);
        Optional<BackupSource> source = new Asked(
                        item, "service", "kind", "every", "everyNewWithin", "of", "holds", "keep")
                .read(BackupSource.KINDS, kind, problems);
        if (source.filter(one -> one.repository().isEmpty()).isPresent()) {
            LISTED.forEach(key -> item.get(key)
                    .ifPresent(value -> problems.error(
                            value.place(),
                            "\"%s\" says nothing about a %s: it does not tell which backups it holds"
                                    .formatted(key, kind),
                            "Say under `kind` which tool keeps them: only that one can be asked.")));
        }
        item.get("passphrase").ifPresent(secret -> names.resolve(Kind.SECRET, secret));
        Promised promised = new Promised(
                item.items("of").stream()
                        .flatMap(mention -> names.resolveHost(mention).stream())
                        .toList(),
                item.texts("holds"),
                item.text("every").flatMap(DurationReader::parse),
                item.text("keep").flatMap(DurationReader::parse));
        return host.flatMap(service -> source.map(kept -> new Backup(
                service, kept, promised, item.text("everyNewWithin").flatMap(DurationReader::parse), item.place())));
    }
}
