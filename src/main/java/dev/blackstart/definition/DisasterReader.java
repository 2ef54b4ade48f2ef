package dev.blackstart.definition;

import dev.blackstart.definition.Disaster.HostsLost;
import dev.blackstart.definition.Disaster.PeopleLost;
import dev.blackstart.definition.Disaster.StateDamaged;
import dev.blackstart.definition.Names.Kind;
import dev.blackstart.finding.Place;
import dev.blackstart.state.Damage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decodes what a drill destroys; a lost site becomes the loss of each of its hosts. */
final class DisasterReader {
    private final EnvironmentDefinition environment;
    private final Names names;
    private final Problems problems;

    DisasterReader(EnvironmentDefinition environment, Names names, Problems problems) {
        this.environment = environment;
        this.names = names;
        this.problems = problems;
    }

    List<Disaster> read(Yaml drill) {
        List<Disaster> disasters = new ArrayList<>();
        for (Yaml item : drill.items("disaster")) {
            item.get("lose").flatMap(lose -> lost(lose, item.place())).ifPresent(disasters::add);
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
        Set<String> people = new LinkedHashSet<>();
        lose.items("people")
                .forEach(mention -> names.resolve(Kind.PERSON, mention).ifPresent(people::add));
        return people.isEmpty() ? Optional.empty() : Optional.of(new PeopleLost(people, place));
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
