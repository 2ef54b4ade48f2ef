package dev.blackstart.answer;

import dev.blackstart.access.SinglePoint;
import dev.blackstart.answer.AccessGraph.Edge;
import dev.blackstart.answer.AccessGraph.Lock;
import dev.blackstart.answer.AccessGraph.PersonNode;
import dev.blackstart.terminal.Counts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Draws people one by one, and of a crowd those together who open the same. */
final class AccessGraphPeople {
    private static final int CROWD = 12;

    private final Answer answer;
    private final List<Lock> locks;
    private final List<Edge> edges;

    /** @param edges those to the groups, to which those from people are added */
    AccessGraphPeople(Answer answer, List<Lock> locks, List<Edge> edges) {
        this.answer = answer;
        this.locks = locks;
        this.edges = edges;
    }

    List<PersonNode> make() {
        boolean crowd = answer.access().people().size() > CROWD;
        Map<List<Object>, List<String>> alike = new LinkedHashMap<>();
        for (String name : answer.access().people()) {
            List<Object> key = List.of(crowd ? "" : name, danger(name), opens(name));
            alike.computeIfAbsent(key, any -> new ArrayList<>()).add(name);
        }
        return alike.values().stream().map(this::person).toList();
    }

    private List<Lock> opens(String name) {
        return locks.stream().filter(lock -> lock.people().contains(name)).toList();
    }

    private PersonNode person(List<String> names) {
        String first = names.get(0);
        String id = "person " + first;
        opens(first).forEach(lock -> edges.add(new Edge(id, lock.id(), behind(lock), false)));
        return names.size() == 1
                ? new PersonNode(id, AnswerWords.withoutAddress(first), detail(first), danger(first))
                : new PersonNode(
                        id, Counts.of(names.size(), "person", "people"), AnswerWords.list(names), danger(first));
    }

    private String detail(String name) {
        return Stream.ofNullable(answer.inventory().people().get(name))
                .map(person -> String.join(", ", person.roles()))
                .findFirst()
                .filter(roles -> !roles.isEmpty())
                .orElseGet(() -> address(name));
    }

    private static String address(String name) {
        int begin = name.indexOf('<');
        return begin > 0 && name.endsWith(">") ? name.substring(begin + 1, name.length() - 1) : "";
    }

    private String danger(String name) {
        int unnamed = answer.strays().stream()
                .filter(stray -> stray.person().equals(name))
                .mapToInt(stray -> stray.opens().size())
                .sum();
        return unnamed > 0 ? "still opens " + Counts.of(unnamed, "secret") : needed(name);
    }

    private String needed(String name) {
        return answer.access().singlePoints().stream()
                .filter(point ->
                        point.kind() == SinglePoint.Kind.PERSON && point.name().equals(name))
                .map(point -> "needed for " + Counts.of(point.secrets().size(), "secret"))
                .findFirst()
                .orElse("");
    }

    private int behind(Lock lock) {
        return edges.stream()
                .filter(edge -> edge.from().equals(lock.id()))
                .mapToInt(Edge::weight)
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
