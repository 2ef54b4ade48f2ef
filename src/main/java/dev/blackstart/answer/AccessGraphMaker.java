package dev.blackstart.answer;

import dev.blackstart.access.BusFactor;
import dev.blackstart.access.SecretAccess;
import dev.blackstart.answer.AccessGraph.Edge;
import dev.blackstart.answer.AccessGraph.Group;
import dev.blackstart.answer.AccessGraph.Lock;
import dev.blackstart.answer.AccessGraph.StoreNode;
import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.drift.Stray;
import dev.blackstart.terminal.Counts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups an inventory's secrets by where they are and who opens them. */
final class AccessGraphMaker {
    private final Answer answer;
    private final Map<String, Map<String, Lock>> locks = new LinkedHashMap<>();
    private final Map<List<Object>, List<SecretAccess>> alike = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    AccessGraphMaker(Answer answer) {
        this.answer = answer;
    }

    AccessGraph make() {
        answer.inventory().stores().keySet().forEach(store -> locks.put(store, new LinkedHashMap<>()));
        for (SecretAccess secret : Order.secrets(answer.access())) {
            alike.computeIfAbsent(key(secret), any -> new ArrayList<>()).add(secret);
        }
        alike.forEach(this::addGroup);
        return new AccessGraph(new AccessGraphPeople(answer, allLocks(), edges).make(), stores(), groups, edges);
    }

    private List<Lock> allLocks() {
        return locks.values().stream().flatMap(of -> of.values().stream()).toList();
    }

    private List<Object> key(SecretAccess secret) {
        return List.of(
                ways(secret).map(way -> lock(way.store(), way.formula()).id()).toList(),
                secret.numbers().busFactor().size(),
                secret.named().map(BusFactor::size),
                unnamed(secret),
                secret.numbers().openingSize().map(opening -> opening.size().toString()),
                Copies.opened(secret).isPresent());
    }

    private Stream<Way> ways(SecretAccess secret) {
        DocumentedSecret documented =
                Objects.requireNonNull(answer.inventory().secrets().get(secret.name()));
        return Stream.concat(
                Stream.of(new Way(documented.store(), documented.openedBy())),
                documented.copies().stream().map(copy -> new Way(copy.store(), copy.openedBy())));
    }

    private Lock lock(String store, AccessFormula formula) {
        String badge = FormulaWords.badge(formula);
        Lock lock = new Lock("lock %s %s %s".formatted(store, badge, formula.people()), badge, formula.people());
        Map<String, Lock> known = locks.computeIfAbsent(store, any -> new LinkedHashMap<>());
        return known.computeIfAbsent(lock.id(), any -> lock);
    }

    private void addGroup(List<Object> key, List<SecretAccess> secrets) {
        SecretAccess first = secrets.get(0);
        String id = "group " + (groups.size() + 1);
        Set<String> unnamed = unnamed(first);
        int weight = unnamed.isEmpty() ? first.numbers().busFactor().size().least() : AccessGraph.URGENT;
        String opens = first.numbers()
                .openingSize()
                .map(opening -> (opening.size().exact() ? "" : "at least ")
                        + Counts.of(opening.size().least(), "person", "people"))
                .map(" opens with "::concat)
                .orElse(" opens with nobody");
        groups.add(new Group(
                id,
                weight,
                "bus factor %s,%s".formatted(first.numbers().busFactor().size(), opens),
                secrets.stream().map(SecretAccess::name).toList(),
                Stream.of(
                                unnamed.stream().findFirst().map(any -> "still opens to " + AnswerWords.list(unnamed)),
                                first.named().map(factor -> "bus factor %s without".formatted(factor.size())),
                                Copies.opened(first).map(AccessGraphMaker::undone))
                        .flatMap(Optional::stream)
                        .toList()));
        List<Way> ways = ways(first).toList();
        for (int i = 0; i < ways.size(); i++) {
            Lock lock = lock(ways.get(i).store(), ways.get(i).formula());
            edges.add(new Edge(lock.id(), id, weight, i > 0));
        }
    }

    /** Who opens it and should not, as short as they can be called. */
    private Set<String> unnamed(SecretAccess secret) {
        return answer.strays().stream()
                .filter(stray -> stray.opens().contains(secret.name()))
                .map(Stray::person)
                .map(AnswerWords::withoutAddress)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String undone(Copies copies) {
        return "%s by the copy in %s"
                .formatted(
                        Counts.of(copies.opening().people().size(), "person", "people"),
                        copies.copy().store());
    }

    private List<StoreNode> stores() {
        return answer.inventory().stores().values().stream()
                .map(store -> new StoreNode(
                        store.name(),
                        store.kind().noun()
                                + store.kind()
                                        .service()
                                        .map(", run by "::concat)
                                        .orElse(""),
                        List.copyOf(locks.getOrDefault(store.name(), Map.of()).values())))
                .toList();
    }

    private record Way(String store, AccessFormula formula) {}
}
