package dev.blackstart.answer;

import dev.blackstart.terminal.SafeText;
import java.util.List;
import java.util.stream.Collectors;

/** Renders people, stores and secrets as a graph for Graphviz. */
final class Dot {
    private final AccessGraph access;
    private final StringBuilder graph = new StringBuilder();

    private Dot(AccessGraph access) {
        this.access = access;
    }

    static String render(Answer answer) {
        return new Dot(AccessGraph.of(answer)).graph(answer.name(), Sentences.notAsked(answer));
    }

    /** @param below what is to be read below the picture */
    private String graph(String name, List<String> below) {
        line("digraph " + quoted(name) + " {");
        line("  rankdir=LR; node [shape=box, style=rounded]; edge [arrowhead=none];");
        if (!below.isEmpty()) {
            line("  label=" + quoted(String.join("\n", below)) + ";");
        }
        access.people()
                .forEach(person -> line("  %s [label=%s%s];"
                        .formatted(
                                quoted("person " + person.name()),
                                quoted(person.name()),
                                person.danger().isEmpty() ? "" : ", penwidth=3")));
        for (AccessGraph.StoreNode store : access.stores()) {
            line("  subgraph %s { label=%s;".formatted(quoted("cluster " + store.name()), quoted(store.name())));
            store.locks()
                    .forEach(lock -> line("    %s [label=%s, shape=hexagon, style=solid];"
                            .formatted(quoted(lock.id()), quoted(lock.badge()))));
            line("  }");
        }
        for (AccessGraph.Group group : access.groups()) {
            line("  %s [label=%s%s];"
                    .formatted(quoted(group.id()), label(group), group.weight() < 2 ? ", penwidth=3" : ""));
        }
        access.edges()
                .forEach(edge -> line("  %s -> %s%s;"
                        .formatted(
                                quoted(edge.from()),
                                quoted(edge.to()),
                                edge.copy() ? " [style=dashed, label=copy]" : "")));
        line("}");
        return graph.toString();
    }

    private static String label(AccessGraph.Group group) {
        return group.secrets().stream()
                .map(SafeText::plain)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("\n"), names -> quoted(group.heading() + "\n" + names)));
    }

    private static String quoted(String raw) {
        return '"'
                + SafeText.lines(raw)
                        .replace("\r", "")
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                + '"';
    }

    private void line(String line) {
        graph.append(line).append('\n');
    }
}
