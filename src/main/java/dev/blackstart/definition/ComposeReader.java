package dev.blackstart.definition;

import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.definition.Names.Kind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decodes {@code compose.yaml}. */
final class ComposeReader {
    private static final String OURS = "x-blackstart";

    private final Yaml root;
    private final Path directory;
    private final Names names;
    private final Problems problems;

    ComposeReader(Yaml root, Path directory, Names names, Problems problems) {
        this.root = root;
        this.directory = directory;
        this.names = names;
        this.problems = problems;
    }

    Map<String, Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        ServiceReader reader = new ServiceReader(directory, names, problems);
        for (Yaml.Entry entry : root.entries("services")) {
            services.put(entry.key(), reader.read(entry));
        }
        return services;
    }

    Map<String, Site> sites() {
        Map<String, Site> sites = new LinkedHashMap<>();
        for (Yaml.Entry entry : ours("sites").map(Yaml::entries).orElse(List.of())) {
            Yaml site = entry.value();
            Optional<String> account = site.get("account").flatMap(mention -> names.resolve(Kind.SECRET, mention));
            sites.put(
                    entry.key(),
                    new Site(
                            entry.key(),
                            site.text("provider").orElse(""),
                            account.orElse(""),
                            site.text("jurisdiction"),
                            entry.place()));
        }
        return sites;
    }

    List<Backup> backups() {
        BackupReader reader = new BackupReader(names, problems);
        return ours("backups").map(Yaml::items).orElse(List.of()).stream()
                .flatMap(item -> reader.read(item).stream())
                .toList();
    }

    Set<String> networks() {
        return names.all(Kind.NETWORK);
    }

    Set<String> volumes() {
        return names.all(Kind.VOLUME);
    }

    /** Checks what is said of the environment as a whole. */
    void check() {
        for (Yaml.Entry secret : root.entries("secrets")) {
            names.resolve(Kind.SECRET, secret.name());
        }
        extensions(root);
        root.entries("services").forEach(service -> extensions(service.value()));
        List<Yaml.Entry> responders = root.entries("services").stream()
                .filter(service -> service.value()
                        .get("x-blackstart")
                        .flatMap(Names::role)
                        .filter(role -> role == Service.Role.RESPONDER)
                        .isPresent())
                .toList();
        if (responders.isEmpty()) {
            problems.error(
                    root.get("services").map(Yaml::named).orElse(root.place()),
                    "no service is the responder",
                    "Recovery is typed on a workstation: add a service with `x-blackstart: { role: responder }`.");
        }
        responders.stream()
                .skip(1)
                .forEach(second -> problems.error(
                        second.place(),
                        "a second responder: \"" + second.key() + "\"",
                        "Survivors recover from one workstation; remove `role: responder` from one of the services."));
    }

    /** Leaves to everybody what Compose leaves to everybody; only what was meant for us must not be passed over. */
    private void extensions(Yaml mapping) {
        mapping.entries().stream()
                .filter(entry -> entry.key().startsWith("x-"))
                .filter(entry -> !entry.key().equals(OURS))
                .filter(entry -> Similar.nearest(entry.key(), List.of(OURS)).isPresent())
                .forEach(entry -> problems.error(
                        entry.place(),
                        "unknown key \"%s\"%s".formatted(entry.key(), Similar.suggestion(entry.key(), List.of(OURS))),
                        "What begins with `x-` is otherwise left to others, and not read."));
    }

    private Optional<Yaml> ours(String key) {
        return root.get(OURS, key);
    }
}
