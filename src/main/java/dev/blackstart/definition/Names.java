package dev.blackstart.definition;

import dev.blackstart.definition.Service.Role;
import dev.blackstart.finding.Code;
import dev.blackstart.finding.Place;
import dev.blackstart.state.State;
import dev.blackstart.store.Stores;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that an environment's files define. They are gathered before anything is decoded, so that each mention is
 * checked where it stands. A kind whose file could not be read is not checked: that file's fault is reported already.
 */
final class Names {
    /** What a name stands for, and where it is defined. */
    enum Kind {
        SERVICE("service", "compose.yaml defines"),
        SITE("site", "compose.yaml defines"),
        NETWORK("network", "compose.yaml defines"),
        VOLUME("volume", "compose.yaml defines"),
        DECLARED_SECRET("secret", "compose.yaml declares under `secrets`"),
        SECRET("secret", "secrets.yaml documents"),
        /** What stores call secrets: other than the inventory does, where it says so with {@code file}. */
        FILE("secret", "secrets.yaml documents"),
        STORE("store", "secrets.yaml defines"),
        PERSON("person", "secrets.yaml names"),
        ROLE("role", "secrets.yaml gives people");

        private final String noun;
        private final String defined;

        Kind(String noun, String defined) {
            this.noun = noun;
            this.defined = defined;
        }
    }

    private final Map<Kind, Set<String>> known = new EnumMap<>(Kind.class);
    private final Map<String, Role> roles = new HashMap<>();
    private final Set<String> holders = new HashSet<>();
    private final Set<String> consoles = new HashSet<>();
    private final Problems problems;
    private boolean backups;

    Names(Optional<Yaml> compose, Optional<Yaml> inventory, Problems problems) {
        this.problems = problems;
        compose.ifPresent(this::addCompose);
        inventory.ifPresent(this::addInventory);
    }

    private void addCompose(Yaml compose) {
        add(Kind.SERVICE, compose.get("services"));
        add(Kind.NETWORK, compose.get("networks"));
        add(Kind.VOLUME, compose.get("volumes"));
        add(Kind.DECLARED_SECRET, compose.get("secrets"));
        add(Kind.SITE, compose.get("x-blackstart", "sites"));
        backups = compose.get("x-blackstart", "backups").isPresent();
        for (Yaml.Entry service : compose.entries("services")) {
            Optional<Yaml> ours = service.value().get("x-blackstart");
            roles.put(service.key(), ours.flatMap(x -> role(x)).orElse(Role.HOST));
            if (ours.filter(x -> !StatesReader.declared(x).isEmpty()).isPresent()) {
                holders.add(service.key());
            }
            if (ours.flatMap(x -> x.text("login")).filter("console"::equals).isPresent()) {
                consoles.add(service.key());
            }
        }
    }

    static Optional<Role> role(Yaml ours) {
        return ours.text("role").flatMap(text -> Words.of(Role.class, text));
    }

    private void addInventory(Yaml inventory) {
        add(Kind.PERSON, inventory.get("people"));
        add(Kind.STORE, inventory.get("stores"));
        add(Kind.SECRET, inventory.get("secrets"));
        addFiles(inventory);
        Set<String> given = new LinkedHashSet<>();
        inventory
                .entries("people")
                .forEach(person -> given.addAll(person.value().texts("roles")));
        known.put(Kind.ROLE, given);
    }

    private void addFiles(Yaml inventory) {
        if (!knows(Kind.SECRET)) {
            return;
        }
        Set<String> files = new LinkedHashSet<>();
        for (Yaml.Entry secret : inventory.entries("secrets")) {
            files.add(secret.value().text("file").map(Stores::called).orElse(secret.key()));
            secret.value()
                    .items("copies")
                    .forEach(copy -> copy.text("file").map(Stores::called).ifPresent(files::add));
        }
        known.put(Kind.FILE, files);
    }

    /** Takes a missing mapping for one without entries; one of a wrong type has been reported, and is not checked. */
    private void add(Kind kind, Optional<Yaml> mapping) {
        if (mapping.isEmpty() || mapping.get().isMapping() || mapping.get().isNull()) {
            Set<String> names = new LinkedHashSet<>();
            mapping.ifPresent(value -> value.entries().forEach(entry -> names.add(entry.key())));
            known.put(kind, names);
        }
    }

    /** Gives the mentioned name if it is defined, and reports it otherwise. */
    Optional<String> resolve(Kind kind, Yaml mention) {
        return mention.text()
                .filter(name -> check(kind, name, mention.place()))
                .map(String::intern); // Compared thousands of times: the same name is the same object.
    }

    boolean check(Kind kind, String name, Place place) {
        Set<String> names = known.get(kind);
        if (names == null || names.contains(name)) {
            return true;
        }
        if (problems.errorAt(place)) {
            return false; // The word itself is no name, and was reported.
        }
        problems.error(
                place,
                "unknown %s \"%s\"%s".formatted(kind.noun, name, Similar.suggestion(name, names)),
                names.isEmpty() ? kind.defined + " none." : kind.defined + ": " + String.join(", ", names) + ".");
        return false;
    }

    /** Gives the mentioned host's name; a third party or the responder is not a host. */
    Optional<String> resolveHost(Yaml mention) {
        return mention.text().filter(name -> checkHost(name, mention.place()));
    }

    boolean checkHost(String name, Place place) {
        if (!knows(Kind.SERVICE)) {
            return true;
        }
        if (!roles.containsKey(name) && problems.errorAt(place)) {
            return false;
        }
        if (!roles.containsKey(name)) {
            problems.error(
                    place,
                    "unknown host \"%s\"%s".formatted(name, Similar.suggestion(name, hosts())),
                    "Hosts here: " + String.join(", ", hosts()) + ".");
            return false;
        }
        Role role = roles.getOrDefault(name, Role.HOST);
        if (role != Role.HOST) {
            problems.error(
                    place,
                    "\"%s\" is not a host: its role is %s".formatted(name, Code.kebab(role)),
                    "Hosts here: " + String.join(", ", hosts()) + ".");
        }
        return role == Role.HOST;
    }

    /** Gives the mentioned machine's name: a host, or the responder. */
    Optional<String> resolveMachine(Yaml mention) {
        return mention.text().filter(name -> roles.get(name) == Role.RESPONDER || checkHost(name, mention.place()));
    }

    /** Gives the mentioned host's name if it is declared what it holds. */
    Optional<String> resolveHolder(Yaml mention) {
        Optional<String> host = resolve(Kind.SERVICE, mention);
        if (host.isPresent() && !holders.contains(host.get())) {
            problems.error(
                    mention.place(),
                    "nothing is declared that \"" + host.get() + "\" holds",
                    "Add `x-blackstart: { state: [{ kind: KIND, … }] }` to the service, with one of the kinds %s."
                            .formatted(String.join(", ", State.KINDS.words())));
            return Optional.empty();
        }
        return host;
    }

    boolean hasState() {
        return !holders.isEmpty();
    }

    boolean hasBackups() {
        return backups;
    }

    boolean isConsoleOnly(String host) {
        return consoles.contains(host);
    }

    boolean isHost(String name) {
        return roles.get(name) == Role.HOST;
    }

    List<String> hosts() {
        return all(Kind.SERVICE).stream().filter(this::isHost).toList();
    }

    Set<String> all(Kind kind) {
        return known.getOrDefault(kind, Set.of());
    }

    boolean knows(Kind kind) {
        return known.containsKey(kind);
    }
}
