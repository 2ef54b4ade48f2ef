package dev.blackstart.definition;

import dev.blackstart.state.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds which of the states of a host a drill means: it names the host under {@code service}, and {@code state} where that is not enough. */
final class Meant {
    private final EnvironmentDefinition environment;
    private final Names names;
    private final Problems problems;

    Meant(EnvironmentDefinition environment, Names names, Problems problems) {
        this.environment = environment;
        this.names = names;
        this.problems = problems;
    }

    /**
     * Find the one of which this holds; reports it where there is none, or more than one.
     *
     * @param what completes a sentence that begins with a state, such as {@code answers queries}
     */
    Optional<Held> by(Yaml mapping, Predicate<State> able, String what) {
        return mapping.get("service").flatMap(mention -> by(mention, mapping.get("state"), able, what));
    }

    private Optional<Held> by(Yaml mention, Optional<Yaml> named, Predicate<State> able, String what) {
        Optional<String> host = names.resolveHolder(mention);
        List<Held> declared = host.map(environment::held).orElse(List.of());
        if (named.isPresent() && host.isPresent()) {
            Optional<String> name = named.flatMap(Yaml::text);
            declared = declared.stream()
                    .filter(held -> name.equals(Optional.of(held.state().name())))
                    .toList();
            if (declared.isEmpty()) {
                problems.error(
                        named.get().place(),
                        "\"%s\" holds no such state: \"%s\"".formatted(host.get(), name.orElse("")),
                        "Declared there: " + all(environment.held(host.get())) + ".");
            }
        }
        List<Held> meant =
                declared.stream().filter(held -> able.test(held.state())).toList();
        if (meant.isEmpty() && !declared.isEmpty()) {
            problems.error(
                    mention.place(),
                    "nothing that is declared on \"%s\" %s".formatted(host.orElse(""), what),
                    "Declared there: " + all(declared) + ".");
        }
        if (meant.size() > 1) {
            problems.error(
                    mention.place(),
                    "more than one thing on \"%s\" %s: %s".formatted(host.orElse(""), what, all(meant)),
                    "Say which: add `state: %s` beside `service`."
                            .formatted(meant.get(0).state().name()));
        }
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static String all(List<Held> all) {
        return all.stream().map(held -> held.state().name()).collect(Collectors.joining(", "));
    }
}
