package dev.blackstart.definition;

import dev.blackstart.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes what a host holds and must come back. */
final class StatesReader {
    /** What there was before a host could hold more than one thing. */
    private static final String EARLIER = "database";

    private final Problems problems;

    StatesReader(Problems problems) {
        this.problems = problems;
    }

    /** All that is declared. */
    static List<Yaml> declared(Yaml ours) {
        List<Yaml> declared = new ArrayList<>(ours.items("state"));
        ours.get(EARLIER).ifPresent(declared::add);
        return declared;
    }

    List<State> read(Yaml ours) {
        List<State> states = new ArrayList<>();
        for (Yaml declared : declared(ours)) {
            state(declared).ifPresent(state -> {
                if (states.stream().anyMatch(other -> other.name().equals(state.name()))) {
                    problems.error(
                            declared.place(),
                            "the host holds \"%s\" twice".formatted(state.name()),
                            "Take one of the two out: each is compared once.");
                }
                states.add(state);
            });
        }
        ours.get(EARLIER)
                .ifPresent(earlier -> problems.warning(
                        earlier.named(),
                        "what a host holds is a list now",
                        "Write `state: [{ kind: %s, name: %s }]`."
                                .formatted(
                                        earlier.text("kind").orElse("KIND"),
                                        earlier.text("name").orElse("NAME"))));
        return states;
    }

    private Optional<State> state(Yaml declared) {
        return declared.text("kind").flatMap(kind -> new Asked(declared, "kind").read(State.KINDS, kind, problems));
    }
}
