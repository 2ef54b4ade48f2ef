package dev.blackstart.definition;

import dev.blackstart.state.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds which of the states of a host a drill means, when it names the host. */
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
    Optional<Held> by(Yaml mention, Predicate<State> able, String what) {
        Optional<String> host = names.resolveDatabase(mention);
        List<State> declared = host.map(environment::states).orElse(List.of());
        List<State> meant = declared.stream().filter(able).toList();
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
                    "Nobody can tell which is meant; declare one of them on another host.");
        }
        return meant.size() == 1 ? host.map(name -> new Held(name, meant.get(0))) : Optional.empty();
    }

    private static String all(List<State> states) {
        return states.stream().map(State::name).collect(Collectors.joining(", "));
    }
}
