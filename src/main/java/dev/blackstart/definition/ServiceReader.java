package dev.blackstart.definition;

import dev.blackstart.definition.Names.Kind;
import dev.blackstart.definition.Service.Build;
import dev.blackstart.definition.Service.Init;
import dev.blackstart.definition.Service.Login;
import dev.blackstart.definition.Service.Mount;
import dev.blackstart.definition.Service.Role;
import dev.blackstart.finding.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decodes one service of {@code compose.yaml}. */
final class ServiceReader {
    static final String NO_HOST_MOUNT =
            "Use a named volume, or copy the files into the image: a replica must not touch this machine.";

    private final Path directory;
    private final Names names;
    private final Problems problems;
    private final StatesReader states;

    ServiceReader(Path directory, Names names, Problems problems) {
        this.directory = directory;
        this.names = names;
        this.problems = problems;
        this.states = new StatesReader(problems);
    }

    Service read(Yaml.Entry entry) {
        Yaml service = entry.value();
        Optional<Yaml> ours = service.get("x-blackstart");
        Role role = ours.flatMap(Names::role).orElse(Role.HOST);
        Optional<String> site = ours.flatMap(x -> x.get("site")).flatMap(mention -> names.resolve(Kind.SITE, mention));
        boolean understood = ours.flatMap(x -> x.get("role")).isEmpty()
                == ours.flatMap(Names::role).isEmpty();
        if (role == Role.HOST && understood && ours.flatMap(x -> x.get("site")).isEmpty()) {
            problems.error(
                    entry.place(),
                    "the host \"" + entry.key() + "\" stands at no site",
                    "Add `x-blackstart: { site: NAME }`: a site's provider sells the host again when it is lost.");
        }
        service.items("depends_on").forEach(mention -> names.resolve(Kind.SERVICE, mention));
        return new Service(
                entry.key(),
                build(entry),
                command(service),
                literals(service, "environment"),
                mounts(service),
                resolved(service, "networks", Kind.NETWORK),
                secrets(entry, role == Role.THIRD_PARTY || !understood),
                service.text("hostname"),
                role,
                ours.flatMap(x -> x.text("init"))
                        .flatMap(text -> Words.of(Init.class, text))
                        .orElse(role == Role.HOST ? Init.SYSTEMD : Init.NONE),
                ours.flatMap(x -> x.text("login"))
                        .flatMap(text -> Words.of(Login.class, text))
                        .orElse(Login.SSH),
                site,
                ours.map(x -> states.read(entry.key(), x)).orElse(List.of()),
                ours.flatMap(x -> x.get("limits"))
                        .map(limits -> ServiceLimits.read(limits, role))
                        .orElseGet(() -> ServiceLimits.of(role)),
                entry.place());
    }

    private Build build(Yaml.Entry service) {
        Optional<Yaml> build = service.value().get("build");
        Optional<Yaml> context = build.flatMap(value -> value.isMapping() ? value.get("context") : Optional.of(value));
        String dockerfile = build.flatMap(value -> value.text("dockerfile")).orElse("Dockerfile");
        Path path = directory.resolve(context.flatMap(Yaml::text).orElse(".")).normalize();
        context.filter(value -> !problems.errorAt(value.place()))
                .ifPresent(value -> checkBuild(value.place(), path, dockerfile));
        return new Build(
                path, dockerfile, build.map(value -> literals(value, "args")).orElse(Map.of()));
    }

    private void checkBuild(Place place, Path context, String dockerfile) {
        String relative = directory.relativize(context).toString();
        String shown = relative.isEmpty() ? "." : relative;
        if (!context.startsWith(directory)) {
            problems.error(
                    place,
                    "the build context lies outside of the environment",
                    "Move it below the directory of compose.yaml, such as images/NAME.");
        } else if (!Files.isDirectory(context)) {
            problems.error(
                    place, "no such directory: " + shown, "Create it with a Dockerfile in it, or correct the path.");
        } else if (!Files.isRegularFile(context.resolve(dockerfile))) {
            problems.error(
                    place,
                    "no " + dockerfile + " in " + shown,
                    "Write the Dockerfile that the service's image is built from.");
        }
    }

    /** Splits a command that is one text at white space, as an exec form without quotes. */
    private List<String> command(Yaml service) {
        Optional<Yaml> command = service.get("command");
        if (command.isEmpty() || command.get().isSequence()) {
            return command.map(Yaml::texts).orElse(List.of()).stream()
                    .map(ServiceReader::literal)
                    .toList();
        }
        return command.get().text().map(text -> ShellWords.split(literal(text))).orElse(List.of());
    }

    /** A dollar sign is doubled in a Compose file. */
    private static String literal(String text) {
        return text.replace("$$", "$");
    }

    private Map<String, String> literals(Yaml parent, String key) {
        Map<String, String> literals = new LinkedHashMap<>();
        for (Yaml.Entry entry : parent.entries(key)) {
            literals.put(entry.key(), literal(entry.value().text().orElse("")));
        }
        return literals;
    }

    private List<Mount> mounts(Yaml service) {
        List<Mount> mounts = new ArrayList<>();
        for (Yaml item : service.items("volumes")) {
            String[] parts = item.text().orElse("").split(":", -1);
            if (parts.length < 2 || parts[0].isEmpty() || !parts[1].startsWith("/") || problems.errorAt(item.place())) {
                continue;
            }
            String options = parts.length > 2 ? parts[2] : "rw";
            if (parts[0].startsWith(".") || parts[0].startsWith("/") || parts[0].startsWith("~")) {
                problems.error(item.place(), "host mounts are not supported: \"" + parts[0] + "\"", NO_HOST_MOUNT);
            } else if (!options.equals("rw") && !options.equals("ro")) {
                problems.error(
                        item.place(),
                        "unsupported option of a mount: \"" + options + "\"",
                        "A volume is mounted as it is, or with `:ro`; leave the rest out.");
            } else if (names.check(Kind.VOLUME, parts[0], item.place())) {
                mounts.add(new Mount(parts[0], parts[1], options.equals("ro")));
            }
        }
        return mounts;
    }

    /** Only a stand-in is given secrets: what a host is given before a disaster, nobody would give it after one. */
    private List<String> secrets(Yaml.Entry service, boolean given) {
        Optional<Yaml> secrets = service.value().get("secrets");
        if (!given && secrets.isPresent()) {
            problems.error(
                    secrets.get().named(),
                    "\"%s\" is no stand-in, and gets no secrets here".formatted(service.key()),
                    "Let commission.md and the recovery page bring them, and name the host under `heldBy` in secrets.yaml.");
            return List.of();
        }
        return resolved(service.value(), "secrets", Kind.DECLARED_SECRET);
    }

    private List<String> resolved(Yaml service, String key, Kind kind) {
        return service.items(key).stream()
                .flatMap(mention -> names.resolve(kind, mention).stream())
                .toList();
    }
}
