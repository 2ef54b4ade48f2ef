package dev.blackstart.definition;

import dev.blackstart.definition.Disaster.AccessLost;
import dev.blackstart.definition.Disaster.HostsLost;
import dev.blackstart.definition.Disaster.PeopleLost;
import dev.blackstart.definition.Disaster.StateDamaged;
import dev.blackstart.definition.Names.Kind;
import dev.blackstart.finding.Place;
import dev.blackstart.state.Damage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decodes what a drill destroys; a lost site becomes the loss of each of its hosts. */
final class DisasterReader {
    private final EnvironmentDefinition environment;
    private final Names names;
    private final Problems problems;
    private final Set<String> struck = new HashSet<>();

    DisasterReader(EnvironmentDefinition environment, Names names, Problems problems) {
        this.environment = environment;
        this.names = names;
        this.problems = problems;
    }

    List<Disaster> read(Yaml drill) {
        List<Disaster> disasters = new ArrayList<>();
        for (Yaml item : drill.items("disaster")) {
            item.get("lose").flatMap(lose -> lost(lose, item.place())).ifPresent(disasters::add);
            item.get("loseAccess")
                    .map(this::people)
                    .filter(people -> !people.isEmpty())
                    .ifPresent(people -> disasters.add(new AccessLost(people, item.place())));
            item.get("corrupt")
                    .flatMap(corrupt -> corruption(corrupt, item.place()))
                    .ifPresent(disasters::add);
            item.get("spoil")
                    .flatMap(spoil -> new SpoilReader(environment, names, problems).read(spoil, item.place()))
                    .ifPresent(disasters::add);
        }
        return disasters;
    }

    private Optional<Disaster> lost(Yaml lose, Place place) {
        if (lose.get("service").isPresent()) {
            return lose.get("service").flatMap(names::resolveHost).map(host -> new HostsLost(Set.of(host), place));
        }
        if (lose.get("site").isPresent()) {
            return lose.get("site").flatMap(site -> lostSite(site, place));
        }
        Set<String> people = people(lose);
        return people.isEmpty() ? Optional.empty() : Optional.of(new PeopleLost(people, place));
    }

    /** Whoever a disaster has already taken, no other can. */
    private Set<String> people(Yaml taken) {
        Set<String> people = new LinkedHashSet<>();
        for (Yaml mention : taken.items("people")) {
            Optional<String> person = names.resolve(Kind.PERSON, mention);
            person.ifPresent(people::add);
            person.filter(name -> !struck.add(name))
                    .ifPresent(name -> problems.error(
                            mention.place(),
                            name + " has been struck already, by another disaster of this drill",
                            "Who is gone has no keys to lose: take the name out of one of the two."));
        }
        return people;
    }

    private Optional<Disaster> lostSite(Yaml mention, Place place) {
        Optional<String> site = names.resolve(Kind.SITE, mention);
        if (site.isEmpty()) {
            return Optional.empty();
        }
        Set<String> hosts = new LinkedHashSet<>();
        environment.services().values().stream()
                .filter(service ->
                        service.role() == Service.Role.HOST && service.site().equals(site))
                .forEach(service -> hosts.add(service.name()));
        if (hosts.isEmpty()) {
            problems.error(
                    mention.place(),
                    "no host stands at the site \"" + site.get() + "\"",
                    "Losing it destroys nothing; name a site that has hosts.");
            return Optional.empty();
        }
        return Optional.of(new HostsLost(hosts, place));
    }

    private Optional<Disaster> corruption(Yaml corrupt, Place place) {
        String word = corrupt.text("damage").orElseGet(() -> meant(corrupt));
        Optional<Damage> damage =
                new Asked(corrupt, "service", "state", "damage", "seed").read(Damage.KINDS, word, problems);
        Optional<Long> seed = corrupt.text("seed").map(Long::valueOf);
        Optional<Held> held = damage.flatMap(
                how -> new Meant(environment, names, problems).by(corrupt, how::takes, "can take a " + word));
        return held.flatMap(which -> damage.map(how -> new StateDamaged(which, how, seed, place)));
    }

    /** A damage whose word is the key of what it does needs no other word: {@code corrupt: { sql: … }}. */
    private static String meant(Yaml corrupt) {
        return Damage.KINDS.words().stream()
                .filter(word -> corrupt.get(word).isPresent())
                .findFirst()
                .orElse(Damage.USUAL);
    }
}
